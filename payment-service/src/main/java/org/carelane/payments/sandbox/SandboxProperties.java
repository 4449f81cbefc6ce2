package org.carelane.payments.sandbox;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param slowBy how long after its expiry {@code card_slow} is captured
 * @param silence how long a call for {@code card_unreachable} blocks
 * @param refusedRefunds how many attempts to refund {@code card_refund_fails} are refused
 */
@Validated
@ConfigurationProperties("carelane.payments.sandbox")
public record SandboxProperties(
    @DefaultValue("2s") Duration slowBy,
    @DefaultValue("30s") Duration silence,
    @DefaultValue("2") @PositiveOrZero int refusedRefunds) {}
