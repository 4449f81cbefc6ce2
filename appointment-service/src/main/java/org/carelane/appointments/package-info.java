/**
 * What patients book: doctors, their schedules and appointments, and the saga that ties payment and
 * confirmation to a slot. Arrows run one way: booking, then appointment and schedule, then doctor.
 */
@NullMarked
package org.carelane.appointments;

import org.jspecify.annotations.NullMarked;
