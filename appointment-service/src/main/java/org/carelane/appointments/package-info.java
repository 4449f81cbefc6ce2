/**
 * Doctors, their slots, appointments, and the saga that books them. Packages depend on each other
 * in one direction only: booking on appointment and schedule, these on doctor.
 */
@NullMarked
package org.carelane.appointments;

import org.jspecify.annotations.NullMarked;
