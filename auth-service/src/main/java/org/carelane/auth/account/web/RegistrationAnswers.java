package org.carelane.auth.account.web;

import org.carelane.auth.Problems;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Registration;
import org.carelane.auth.account.Registration.EmailTaken;
import org.carelane.auth.account.Registration.KeyReused;
import org.carelane.auth.account.Registration.Registered;
import org.carelane.auth.account.Registration.TooManyAttempts;
import org.carelane.auth.account.Registration.UnfitPassword;

/** Answers a registration over HTTP. */
public final class RegistrationAnswers {

  private RegistrationAnswers() {}

  /** The account, or the problem that kept it from being created. */
  public static Account accountOf(Registration registration) {
    return switch (registration) {
      case Registered(var account) -> account;
      case EmailTaken _ -> throw Problems.emailTaken();
      case KeyReused _ -> throw Problems.idempotencyKeyReused();
      case UnfitPassword(var complaint) -> throw Problems.invalid("password", complaint);
      case TooManyAttempts(var delay) -> throw Problems.tooManyAttempts(delay);
    };
  }
}
