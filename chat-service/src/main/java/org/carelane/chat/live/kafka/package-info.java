@NullMarked
package org.carelane.chat.live.kafka;

import org.jspecify.annotations.NullMarked;
