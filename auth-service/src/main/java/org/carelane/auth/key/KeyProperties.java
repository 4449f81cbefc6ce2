package org.carelane.auth.key;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param rotateEvery how long one key signs
 * @param publishAhead how long before it signs a key is published, so that verifiers have it
 * @param publishAfter how long a key is published after its last signature: longer than an access
 *     token is valid
 */
@Validated
@ConfigurationProperties("carelane.auth.keys")
public record KeyProperties(
    @DefaultValue("30d") Duration rotateEvery,
    @DefaultValue("1h") Duration publishAhead,
    @DefaultValue("24h") Duration publishAfter) {

  @AssertTrue(message = "rotate-every must be longer than publish-ahead, and both than a minute")
  boolean isPublishedInTime() {
    return publishAhead.compareTo(Duration.ofMinutes(1)) > 0
        && rotateEvery.compareTo(publishAhead) > 0;
  }
}
