/** Who can be booked. */
@NullMarked
package org.carelane.appointments.doctor;

import org.jspecify.annotations.NullMarked;
