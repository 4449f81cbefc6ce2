package org.carelane.auth.account;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The administrator who exists from the first start. Both empty: none. Later changes of the
 * password here change no account.
 */
@Validated
@ConfigurationProperties("carelane.auth.admin")
public record FirstAdminProperties(
    @DefaultValue("") String email,
    @DefaultValue("") String password,
    @DefaultValue("Administrator") String name) {

  @AssertTrue(message = "email and password must both be set, or neither")
  boolean isComplete() {
    return email.isBlank() == password.isBlank();
  }

  @AssertTrue(message = "email must be an e-mail address")
  boolean isReachable() {
    return email.isBlank() || email.matches(EmailAddress.SYNTAX);
  }

  boolean isWanted() {
    return !email.isBlank();
  }

  @Override
  public String toString() {
    return "FirstAdminProperties[]";
  }
}
