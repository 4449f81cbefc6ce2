/** Conversations begin when appointments are confirmed. */
@NullMarked
package org.carelane.chat.conversation.kafka;

import org.jspecify.annotations.NullMarked;
