/** The listener for the booking's commands. */
@NullMarked
package org.carelane.notifications.notification.kafka;

import org.jspecify.annotations.NullMarked;
