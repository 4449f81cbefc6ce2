/** Appointments over HTTP. */
@NullMarked
package org.carelane.appointments.appointment.web;

import org.jspecify.annotations.NullMarked;
