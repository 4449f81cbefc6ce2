/** The payloads the saga sends; their schemas are in {@code contracts/}. */
@NullMarked
package org.carelane.appointments.booking.message;

import org.jspecify.annotations.NullMarked;
