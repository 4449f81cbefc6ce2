/** Doctors, their profiles, and what is known of their accounts. */
@NullMarked
package org.carelane.appointments.doctor;

import org.jspecify.annotations.NullMarked;
