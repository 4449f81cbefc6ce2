package org.carelane.auth.account;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The administrator created at the first start; none if e-mail and password are empty. A later
 * change of the password here does not change the account.
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
