package org.carelane.auth.session.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl where browsers reach the gateway, without a slash at the end
 */
@Validated
@ConfigurationProperties("carelane.auth.browser")
record BrowserProperties(
    @NotNull @Pattern(regexp = "https?://[^\\s/?#]+(/[^\\s?#]+)?(?<!/)", message = "must be a URL")
        String publicUrl) {}
