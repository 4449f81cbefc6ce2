package org.carelane.auth.session.web;

/** Where a client gets its refresh token. */
enum RefreshTokenPlace {
  /** A member of the body, for clients that keep it themselves. */
  BODY,
  /** A cookie that scripts cannot read, for browsers. */
  COOKIE
}
