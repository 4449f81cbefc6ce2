/** What e-mails say, and how they look. */
@NullMarked
package org.carelane.notifications.letter;

import org.jspecify.annotations.NullMarked;
