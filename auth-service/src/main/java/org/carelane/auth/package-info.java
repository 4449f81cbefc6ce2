/**
 * Accounts and sign-in. {@code account} has accounts and passwords; {@code attempt} slows password
 * guessing; {@code key} has the keys that sign access tokens; {@code session} signs in, refreshes
 * tokens and signs out; {@code password} changes and resets passwords; {@code admin} is for
 * administrators. Dependencies: admin, password → session → account → attempt, and session → key.
 */
@NullMarked
package org.carelane.auth;

import org.jspecify.annotations.NullMarked;
