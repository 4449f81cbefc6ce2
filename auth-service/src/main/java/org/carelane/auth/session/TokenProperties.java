package org.carelane.auth.session;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param accessTokenLives how long an access token is valid, even if its account is disabled
 * @param unusedFor after this time without a refresh the user has to sign in again
 * @param signedInFor after this time the user has to sign in again in any case
 * @param repeatableFor so long after a refresh the same client gets the same new token again; then
 *     a used token ends its sign-in. A minute at most, as a thief has this time too
 */
@Validated
@ConfigurationProperties("carelane.auth.tokens")
public record TokenProperties(
    @DefaultValue("15m") Duration accessTokenLives,
    @DefaultValue("14d") Duration unusedFor,
    @DefaultValue("90d") Duration signedInFor,
    @DefaultValue("10s") @DurationMin(seconds = 0) @DurationMax(minutes = 1)
        Duration repeatableFor) {

  @AssertTrue(message = "access-token-lives must be short, and shorter than the other two")
  boolean isShort() {
    return accessTokenLives.isPositive()
        && accessTokenLives.compareTo(Duration.ofHours(12)) < 0
        && accessTokenLives.compareTo(unusedFor) < 0
        && unusedFor.compareTo(signedInFor) <= 0;
  }

  Instant expiryOf(Instant signedInAt, Instant usedAt) {
    var latest = signedInAt.plus(signedInFor);
    var unused = usedAt.plus(unusedFor);
    return unused.isBefore(latest) ? unused : latest;
  }
}
