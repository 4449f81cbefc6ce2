/** The booking's commands. Its replies leave through the outbox of the payment. */
@NullMarked
package org.carelane.payments.payment.kafka;

import org.jspecify.annotations.NullMarked;
