package org.carelane.chat.live;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param allowedOrigins whose pages may open a socket besides those of our own origin
 * @param connectWithin how long a socket may stay without an authenticated CONNECT
 * @param heartbeat how often each side says it is there; a silent peer is gone after three
 * @param frameLimit of one frame from a client: 4000 characters escaped as JSON take 24 KB
 * @param sendBuffer how much may wait for a slow client before its session is closed
 * @param sendTime how long sending to a client may take before its session is closed
 * @param framesPerSecond a session may send on average
 * @param burst how many of them at once
 * @param subscriptions a session may have
 */
@Validated
@ConfigurationProperties("carelane.chat.live")
record LiveProperties(
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue("10s") Duration connectWithin,
    @DefaultValue("10s") Duration heartbeat,
    @DefaultValue("32KB") DataSize frameLimit,
    @DefaultValue("512KB") DataSize sendBuffer,
    @DefaultValue("10s") Duration sendTime,
    @DefaultValue("10") @Positive int framesPerSecond,
    @DefaultValue("50") @Positive int burst,
    @DefaultValue("100") @Min(1) int subscriptions) {}
