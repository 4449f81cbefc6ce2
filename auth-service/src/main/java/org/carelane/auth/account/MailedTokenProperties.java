package org.carelane.auth.account;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param passwordResetLives how long a mailed token can reset the password
 * @param emailVerificationLives how long a mailed token can verify the address
 */
@Validated
@ConfigurationProperties("carelane.auth.mailed-tokens")
public record MailedTokenProperties(
    @DefaultValue("30m") @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration passwordResetLives,
    @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration emailVerificationLives) {}
