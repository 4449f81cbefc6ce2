/** Doctors over HTTP. */
@NullMarked
package org.carelane.appointments.doctor.web;

import org.jspecify.annotations.NullMarked;
