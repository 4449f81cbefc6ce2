package org.carelane.gateway.routing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a route whose service does not answer is not called for a while. Each route has a breaker of
 * its own, all of them these settings.
 *
 * @param window how many of the last calls are looked at
 * @param minimumCalls fewer calls than these never open the breaker
 * @param failureRate percentage of unanswered calls that opens it
 * @param openFor how long nothing is sent then; also the {@code Retry-After} of a 503
 * @param trials how many calls decide afterwards whether the route is back
 * @param giveUpAfter maximum wait for the first byte of an answer, retries included
 */
@Validated
@ConfigurationProperties("carelane.gateway.breaker")
public record BreakerProperties(
    @DefaultValue("20") @Positive int window,
    @DefaultValue("10") @Positive int minimumCalls,
    @DefaultValue("50") @Positive @Max(100) int failureRate,
    @DefaultValue("2s") Duration openFor,
    @DefaultValue("3") @Positive int trials,
    @DefaultValue("15s") Duration giveUpAfter) {}
