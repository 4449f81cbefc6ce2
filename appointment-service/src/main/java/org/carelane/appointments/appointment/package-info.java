/** What was booked, as its people see it. */
@NullMarked
package org.carelane.appointments.appointment;

import org.jspecify.annotations.NullMarked;
