package org.carelane.auth.session;

import java.time.Duration;
import org.carelane.auth.account.Accounts;
import org.carelane.documents.DueWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends the sessions of accounts that have another password, if the request did not come to it. */
@Configuration(proxyBeanMethods = false)
class SessionDeadlines {

  private static final Duration POLL_EVERY = Duration.ofSeconds(5);

  @Bean
  DueWork<String> sessionsToEnd(Accounts accounts, Sessions sessions) {
    return new DueWork<>(
        "Sessions to end",
        POLL_EVERY,
        accounts::takeThoseWithSessionsToEnd,
        id -> accounts.find(id).ifPresent(sessions::endCutOff));
  }
}
