/** The listener for the booking's commands. Replies are published from the payment's outbox. */
@NullMarked
package org.carelane.payments.payment.kafka;

import org.jspecify.annotations.NullMarked;
