/** What an account is told in the app. A record, not a delivery. */
@NullMarked
package org.carelane.notifications.inbox;

import org.jspecify.annotations.NullMarked;
