package org.carelane.notifications.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param from the sender's address; its domain is also that of Message-IDs
 */
@Validated
@ConfigurationProperties("carelane.notifications.mail")
record MailProperties(@NotBlank @Email String from) {}
