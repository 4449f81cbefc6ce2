/** Doctors and their profiles. */
@NullMarked
package org.carelane.appointments.doctor;

import org.jspecify.annotations.NullMarked;
