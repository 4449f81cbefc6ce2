package org.carelane.notifications.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param from address of the sender, whose domain also names the mails
 */
@Validated
@ConfigurationProperties("carelane.notifications.mail")
record MailProperties(@NotBlank @Email String from) {}
