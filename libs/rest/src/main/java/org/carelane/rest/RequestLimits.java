package org.carelane.rest;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param atOnce how many requests an instance works on at once
 * @param waitAtMost how long a further one waits before it is refused
 */
@Validated
@ConfigurationProperties("carelane.requests")
public record RequestLimits(
    @DefaultValue("200") @Positive int atOnce, @DefaultValue("1s") Duration waitAtMost) {}
