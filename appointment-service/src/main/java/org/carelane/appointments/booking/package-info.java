/**
 * The booking saga: {@link org.carelane.appointments.booking.BookingStep} is its table, {@link
 * org.carelane.appointments.booking.Booking} its pure function, {@link
 * org.carelane.appointments.booking.BookingProcess} loads, calls and saves.
 */
@NullMarked
package org.carelane.appointments.booking;

import org.jspecify.annotations.NullMarked;
