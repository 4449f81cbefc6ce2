package org.carelane.payments.reconciliation;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param every how often to compare
 * @param settleFor how long a payment must be unchanged before it is compared
 * @param lookBack how far back a process begins when it starts
 * @param atOnce how many of each side one comparison takes up
 */
@Validated
@ConfigurationProperties("carelane.payments.reconciliation")
public record ReconciliationProperties(
    @DefaultValue("15s") Duration every,
    @DefaultValue("1m") Duration settleFor,
    @DefaultValue("24h") Duration lookBack,
    @DefaultValue("5000") @Positive int atOnce) {}
