/** Booking, cancelling and watching sagas over HTTP. */
@NullMarked
package org.carelane.appointments.booking.web;

import org.jspecify.annotations.NullMarked;
