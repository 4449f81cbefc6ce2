/** Who may talk to whom: one conversation per pair of accounts. */
@NullMarked
package org.carelane.chat.conversation;

import org.jspecify.annotations.NullMarked;
