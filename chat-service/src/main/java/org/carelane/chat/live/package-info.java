/** STOMP at {@code /ws}: who may connect, what they may listen to and send, and for how long. */
@NullMarked
package org.carelane.chat.live;

import org.jspecify.annotations.NullMarked;
