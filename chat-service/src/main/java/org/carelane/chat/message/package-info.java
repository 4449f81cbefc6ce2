/** Messages, in one order per conversation. */
@NullMarked
package org.carelane.chat.message;

import org.jspecify.annotations.NullMarked;
