package org.carelane.operations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What discovery demands of whoever registers or reads its register.
 *
 * @param password the same as discovery's; must be set where a service registers
 */
@ConfigurationProperties("carelane.discovery")
record RegisterCredentials(@DefaultValue("carelane") String user, String password) {

  RegisterCredentials {
    if (password == null || password.isBlank()) {
      throw new IllegalArgumentException("carelane.discovery.password must be set");
    }
  }
}
