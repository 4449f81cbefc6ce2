/** The listener for auth-service's account events. */
@NullMarked
package org.carelane.notifications.recipient.kafka;

import org.jspecify.annotations.NullMarked;
