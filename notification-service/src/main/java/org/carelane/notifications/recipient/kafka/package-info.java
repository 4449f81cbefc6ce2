/** Accounts, as auth-service announces them. */
@NullMarked
package org.carelane.notifications.recipient.kafka;

import org.jspecify.annotations.NullMarked;
