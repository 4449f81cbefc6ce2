package org.carelane.discovery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever reads the register or writes to it must know: services, the gateway, other registers
 * and Prometheus.
 *
 * @param password the same everywhere; must be set
 */
@ConfigurationProperties("carelane.discovery")
record Credentials(@DefaultValue("carelane") String user, String password) {

  Credentials {
    if (password == null || password.isBlank()) {
      throw new IllegalArgumentException("carelane.discovery.password must be set");
    }
  }

  /** In the time it takes to compare all of it, right or wrong. */
  boolean are(@Nullable String givenUser, @Nullable Object givenPassword) {
    return MessageDigest.isEqual(
        bytes(user + ":" + password), bytes(givenUser + ":" + givenPassword));
  }

  /** The value of the header Authorization. */
  String basic() {
    return "Basic " + Base64.getEncoder().encodeToString(bytes(user + ":" + password));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
