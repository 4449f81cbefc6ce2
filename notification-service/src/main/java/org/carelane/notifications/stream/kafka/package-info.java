@NullMarked
package org.carelane.notifications.stream.kafka;

import org.jspecify.annotations.NullMarked;
