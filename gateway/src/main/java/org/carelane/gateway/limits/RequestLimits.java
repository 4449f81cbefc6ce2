package org.carelane.gateway.limits;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param atOnce how many requests are worked on at once, streams apart
 */
@Validated
@ConfigurationProperties("carelane.gateway.requests")
record RequestLimits(@DefaultValue("500") @Positive int atOnce) {}
