package org.carelane.gateway.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request may carry.
 *
 * @param maxSize the largest body
 * @param arriveWithin how long all of it may take to arrive
 */
@ConfigurationProperties("carelane.gateway.body")
record BodyLimits(
    @DefaultValue("1MB") DataSize maxSize, @DefaultValue("10s") Duration arriveWithin) {}
