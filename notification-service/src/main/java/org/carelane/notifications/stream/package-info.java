/** What is new for an account, sent at once to whoever listens: server-sent events. */
@NullMarked
package org.carelane.notifications.stream;

import org.jspecify.annotations.NullMarked;
