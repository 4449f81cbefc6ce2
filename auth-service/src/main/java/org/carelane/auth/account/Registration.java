package org.carelane.auth.account;

import java.time.Duration;

/** What became of a request for an account. */
public sealed interface Registration {

  /** It exists, from this request or from an earlier one with the same key and content. */
  record Registered(Account account) implements Registration {}

  record EmailTaken() implements Registration {}

  /** The key named another request before. */
  record KeyReused() implements Registration {}

  record UnfitPassword(String complaint) implements Registration {}

  /** A repeated request has its password compared, so it is slowed as sign-ins are. */
  record TooManyAttempts(Duration delay) implements Registration {}
}
