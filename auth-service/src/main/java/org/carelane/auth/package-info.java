/**
 * Who someone is. {@code account} holds people and their passwords; {@code attempt} slows those who
 * guess them; {@code key} holds the keys that sign access tokens; {@code session} signs in, renews
 * and signs out; {@code admin} is what administrators do with accounts. Arrows: admin → session →
 * account → attempt, and session → key.
 */
@NullMarked
package org.carelane.auth;

import org.jspecify.annotations.NullMarked;
