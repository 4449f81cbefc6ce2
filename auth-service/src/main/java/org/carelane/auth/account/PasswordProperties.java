package org.carelane.auth.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param bcryptStrength base-2 logarithm of the rounds: 10 takes 60 ms of one core. A sign-in
 *     renews hashes of a lower strength
 */
@Validated
@ConfigurationProperties("carelane.auth.password")
public record PasswordProperties(@DefaultValue("10") @Min(4) @Max(16) int bcryptStrength) {}
