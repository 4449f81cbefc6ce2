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
 * @param allowedOrigins origins whose pages may open a socket, besides our own
 * @param connectWithin how long a socket may stay without an authenticated CONNECT
 * @param heartbeat interval of heartbeats; a peer counts as gone when three are missing
 * @param frameLimit maximum frame from a client: 4000 characters escaped as JSON take 48 KB
 * @param sendBuffer how much may wait for a slow client before its session is closed
 * @param sendTime how long sending to a client may take before its session is closed
 * @param framesPerSecond per session on average
 * @param burst how many of them at once
 * @param subscriptions maximum per session
 */
@Validated
@ConfigurationProperties("carelane.chat.live")
record LiveProperties(
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue("10s") Duration connectWithin,
    @DefaultValue("10s") Duration heartbeat,
    @DefaultValue("64KB") DataSize frameLimit,
    @DefaultValue("512KB") DataSize sendBuffer,
    @DefaultValue("10s") Duration sendTime,
    @DefaultValue("10") @Positive int framesPerSecond,
    @DefaultValue("50") @Positive int burst,
    @DefaultValue("100") @Min(1) int subscriptions) {}
