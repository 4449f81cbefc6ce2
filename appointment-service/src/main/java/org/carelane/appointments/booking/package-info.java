/**
 * The booking saga. {@link org.carelane.appointments.booking.BookingStep} is its table of steps.
 * {@link org.carelane.appointments.booking.Booking} decides, as a pure function. {@link
 * org.carelane.appointments.booking.BookingProcess} loads and saves.
 */
@NullMarked
package org.carelane.appointments.booking;

import org.jspecify.annotations.NullMarked;
