package org.carelane.auth.account;

import java.util.Set;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.Registration.UnfitPassword;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Creates the configured administrator before the service is ready, if the e-mail is free. */
@Component
class FirstAdmin implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

  private final FirstAdminProperties properties;
  private final RegistrationProcess registering;
  private final Accounts accounts;

  FirstAdmin(FirstAdminProperties properties, RegistrationProcess registering, Accounts accounts) {
    this.properties = properties;
    this.registering = registering;
    this.accounts = accounts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!properties.isWanted()) {
      return;
    }
    var email = new EmailAddress(properties.email());
    if (accounts.find(email).isEmpty()) {
      var admin =
          NewAccount.vouchedFor(
              email, properties.password(), properties.name(), Set.of(Role.ADMIN));
      if (registering.register(admin) instanceof UnfitPassword(var complaint)) {
        throw new IllegalStateException("carelane.auth.admin.password " + complaint);
      }
    }
    if (accounts.find(email).filter(it -> it.roles().contains(Role.ADMIN)).isEmpty()) {
      log.warn("The account with the configured administrator's e-mail is no administrator");
    }
  }
}
