/** Texts and layout of e-mails. */
@NullMarked
package org.carelane.notifications.letter;

import org.jspecify.annotations.NullMarked;
