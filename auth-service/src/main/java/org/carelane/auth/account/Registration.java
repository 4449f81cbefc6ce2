package org.carelane.auth.account;

import java.time.Duration;

/** The result of a request for an account. */
public sealed interface Registration {

  /** The account exists, from this request or from an earlier one with the same key and content. */
  record Registered(Account account) implements Registration {}

  record EmailTaken() implements Registration {}

  /** The key was used for another request before. */
  record KeyReused() implements Registration {}

  record UnfitPassword(String complaint) implements Registration {}

  /** A repeated request compares the password, so it is limited like a sign-in. */
  record TooManyAttempts(Duration delay) implements Registration {}
}
