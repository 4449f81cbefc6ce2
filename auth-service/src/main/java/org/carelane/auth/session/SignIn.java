package org.carelane.auth.session;

import java.time.Duration;

/** The result of an attempt to sign in. */
public sealed interface SignIn {

  record SignedIn(Tokens tokens) implements SignIn {}

  /** Unknown e-mail, wrong password or disabled account: the client is not told which. */
  record WrongCredentials() implements SignIn {}

  record TooManyAttempts(Duration delay) implements SignIn {}
}
