/** The listener for appointment events. */
@NullMarked
package org.carelane.notifications.inbox.kafka;

import org.jspecify.annotations.NullMarked;
