/** Appointments as patients, doctors and admins see them. */
@NullMarked
package org.carelane.appointments.appointment;

import org.jspecify.annotations.NullMarked;
