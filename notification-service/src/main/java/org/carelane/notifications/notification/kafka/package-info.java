/** The listeners for the booking's commands, and for those about accounts. */
@NullMarked
package org.carelane.notifications.notification.kafka;

import org.jspecify.annotations.NullMarked;
