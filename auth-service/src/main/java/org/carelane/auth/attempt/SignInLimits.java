package org.carelane.auth.attempt;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.validation.annotation.Validated;

/**
 * @param account failures on one account, from strangers together and from each familiar address
 * @param address failures from one address, on whichever account
 */
@Validated
@ConfigurationProperties("carelane.auth.attempts")
public record SignInLimits(
    @NestedConfigurationProperty @NotNull @Valid Limit account,
    @NestedConfigurationProperty @NotNull @Valid Limit address) {}
