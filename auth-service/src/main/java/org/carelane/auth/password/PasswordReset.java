package org.carelane.auth.password;

/** The result of an attempt to reset a password. */
public sealed interface PasswordReset {

  record Reset() implements PasswordReset {}

  /** Unknown, used or expired: the client is not told which. */
  record InvalidToken() implements PasswordReset {}

  record UnfitPassword(String complaint) implements PasswordReset {}
}
