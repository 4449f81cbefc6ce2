package org.carelane.auth.password;

import java.time.Duration;

/** The result of a change of password by its owner. */
public sealed interface PasswordChange {

  record Changed() implements PasswordChange {}

  record WrongPassword() implements PasswordChange {}

  record UnfitPassword(String complaint) implements PasswordChange {}

  record TooManyAttempts(Duration delay) implements PasswordChange {}

  record NoAccount() implements PasswordChange {}
}
