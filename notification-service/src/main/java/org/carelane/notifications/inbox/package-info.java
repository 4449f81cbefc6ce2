/** The in-app inbox of each account. */
@NullMarked
package org.carelane.notifications.inbox;

import org.jspecify.annotations.NullMarked;
