/** Where people are reached: a projection of the accounts of auth-service. */
@NullMarked
package org.carelane.notifications.recipient;

import org.jspecify.annotations.NullMarked;
