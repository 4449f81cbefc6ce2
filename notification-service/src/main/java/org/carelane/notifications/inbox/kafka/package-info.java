/** What happens to appointments. */
@NullMarked
package org.carelane.notifications.inbox.kafka;

import org.jspecify.annotations.NullMarked;
