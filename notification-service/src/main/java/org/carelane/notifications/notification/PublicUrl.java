package org.carelane.notifications.notification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl where people reach the pages that links in e-mails lead to, without a slash at
 *     the end
 */
@Validated
@ConfigurationProperties("carelane.notifications")
record PublicUrl(
    @NotNull @Pattern(regexp = "https?://[^\\s/?#]+(/[^\\s?#]+)?(?<!/)", message = "must be a URL")
        String publicUrl) {

  /** The token is behind the #: browsers send it to no server, nor tell it the next page. */
  String resetPassword(String token) {
    return publicUrl + "/reset-password#token=" + token;
  }

  String verifyEmail(String token) {
    return publicUrl + "/verify-email#token=" + token;
  }
}
