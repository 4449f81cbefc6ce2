package org.carelane.messaging;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param partitions number of partitions of each topic; more let more replicas share the work
 * @param replication how many brokers keep a copy of each topic
 * @param minInSync how many copies must have a record before it counts as published
 * @param sweepEvery how often left-over outbox messages are looked for
 * @param sweepAfter how long a message may wait before it counts as left over by a dead process
 * @param removeEvery how often published messages are removed from documents that were not saved
 *     again
 * @param attempts how often a consumer tries a record before it is parked
 */
@Validated
@ConfigurationProperties("carelane.messaging")
public record MessagingProperties(
    @DefaultValue("6") @Positive int partitions,
    @DefaultValue("1") @Positive short replication,
    @DefaultValue("1") @Positive int minInSync,
    @DefaultValue("5s") Duration sweepEvery,
    @DefaultValue("30s") Duration sweepAfter,
    @DefaultValue("1s") Duration removeEvery,
    @DefaultValue("5") @Positive int attempts) {}
