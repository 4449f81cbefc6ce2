package org.carelane.auth.session;

/** What presenting a refresh token did to its family. */
sealed interface Refreshed {

  /** The successor is valid now, once the family is saved. */
  record Rotated(TokenFamily family, RefreshToken successor) implements Refreshed {}

  /** A request came again whose answer may not have arrived; nothing changes. */
  record Repeated(TokenFamily family, RefreshToken successor) implements Refreshed {}

  /** The token was used before: the family ends, once it is saved. */
  record Reused(TokenFamily family) implements Refreshed {}

  /** The family was revoked or has expired. */
  record Ended() implements Refreshed {}
}
