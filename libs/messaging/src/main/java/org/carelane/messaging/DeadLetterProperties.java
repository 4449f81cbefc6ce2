package org.carelane.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keepFor how long a broker keeps dead letters; its own default of a week is too short for
 *     someone to look, mend and send again
 */
@Validated
@ConfigurationProperties("carelane.messaging.dead-letters")
public record DeadLetterProperties(@DefaultValue("90d") Duration keepFor) {}
