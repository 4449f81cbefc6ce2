/** Names and e-mail addresses: a copy of auth-service's accounts, made from its events. */
@NullMarked
package org.carelane.notifications.recipient;

import org.jspecify.annotations.NullMarked;
