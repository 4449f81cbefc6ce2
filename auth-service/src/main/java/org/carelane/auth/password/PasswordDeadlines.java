package org.carelane.auth.password;

import java.time.Duration;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.account.EmailAddress;
import org.carelane.documents.DueWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has mails sent to those who forgot their password. A crash between the two writes has a second
 * mail sent.
 */
@Configuration(proxyBeanMethods = false)
class PasswordDeadlines {

  private static final Duration POLL_EVERY = Duration.ofSeconds(1);

  @Bean
  DueWork<ForgottenPassword> passwordsForgotten(ForgottenPasswords forgotten, Accounts accounts) {
    return new DueWork<>(
        "Forgotten passwords",
        POLL_EVERY,
        forgotten::take,
        it -> {
          accounts.mailPasswordReset(new EmailAddress(it.email()));
          forgotten.remove(it);
        });
  }
}
