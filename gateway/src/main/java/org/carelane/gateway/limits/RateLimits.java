package org.carelane.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one client may ask.
 *
 * @param requests per account, or per address for requests without a genuine token
 * @param signIns sign-ins and registrations per address
 * @param clients how many clients are remembered at once
 */
@Validated
@ConfigurationProperties("carelane.gateway.rate")
record RateLimits(
    @Valid Rate requests, @Valid Rate signIns, @DefaultValue("100000") @Positive int clients) {

  /** So many requests at once; as many are added evenly over each period. */
  record Rate(@Positive long limit, Duration per) {}
}
