package org.carelane.auth.session;

/** The result of presenting a refresh token. */
sealed interface Refreshed {

  /** The successor becomes valid when the family is saved. */
  record Rotated(TokenFamily family, RefreshToken successor) implements Refreshed {}

  /** A repetition that is no reuse: the same successor, nothing to save. */
  record Repeated(TokenFamily family, RefreshToken successor) implements Refreshed {}

  /** The token was used before: the family ends when it is saved. */
  record Reused(TokenFamily family) implements Refreshed {}

  /** The family was revoked or has expired. */
  record Ended() implements Refreshed {}
}
