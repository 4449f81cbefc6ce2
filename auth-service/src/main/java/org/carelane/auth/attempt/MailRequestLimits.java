package org.carelane.auth.attempt;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.validation.annotation.Validated;

/**
 * @param recipient requests for a mail to one address, whether there is an account or not
 * @param address requests from one address, whoever gets the mails
 */
@Validated
@ConfigurationProperties("carelane.auth.mail-requests")
public record MailRequestLimits(
    @NestedConfigurationProperty @NotNull @Valid Limit recipient,
    @NestedConfigurationProperty @NotNull @Valid Limit address) {}
