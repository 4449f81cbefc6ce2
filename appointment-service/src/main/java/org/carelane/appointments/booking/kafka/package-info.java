/** What the saga says to other services, and hears from them. */
@NullMarked
package org.carelane.appointments.booking.kafka;

import org.jspecify.annotations.NullMarked;
