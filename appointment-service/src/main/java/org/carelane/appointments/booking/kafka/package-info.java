/** Listeners for the replies of other services to the saga's commands. */
@NullMarked
package org.carelane.appointments.booking.kafka;

import org.jspecify.annotations.NullMarked;
