/** Signing in, renewing and signing out, over HTTP. */
@NullMarked
package org.carelane.auth.session.web;

import org.jspecify.annotations.NullMarked;
