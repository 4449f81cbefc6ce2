/** Signing in, renewing and signing out: refresh token families and access tokens. */
@NullMarked
package org.carelane.auth.session;

import org.jspecify.annotations.NullMarked;
