package org.carelane.auth.account;

import java.time.Duration;

/** The result of asking for a token that verifies one's address. */
public sealed interface EmailVerification {

  record Mailed() implements EmailVerification {}

  record AlreadyVerified() implements EmailVerification {}

  record NoAccount() implements EmailVerification {}

  record TooMany(Duration delay) implements EmailVerification {}
}
