package org.carelane.notifications.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param heartbeat how often an idle stream says that it is there
 * @param perAccount how many streams an account has on an instance; a further one ends its oldest
 * @param atOnce how many streams an instance has; a further one is refused
 * @param unread how many events may wait for a slow reader before its stream is cut off
 * @param catchUp how many missed notifications are sent again; with more the stream is reset
 */
@Validated
@ConfigurationProperties("carelane.notifications.stream")
public record StreamProperties(
    @DefaultValue("15s") @DurationMin(millis = 100) Duration heartbeat,
    @DefaultValue("10") @Positive int perAccount,
    @DefaultValue("2000") @Positive int atOnce,
    @DefaultValue("200") @Positive int unread,
    @DefaultValue("100") @Positive @Max(100) int catchUp) {}
