/** An account's own inbox over HTTP. */
@NullMarked
package org.carelane.notifications.inbox.web;

import org.jspecify.annotations.NullMarked;
