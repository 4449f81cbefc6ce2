package org.carelane.deadletters.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.carelane.deadletters.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without its payload. What is null was not there, or had not the syntax of an id or
 * a name.
 *
 * @param topic the one it was sent to
 * @param offset on the topic's dead letters
 * @param type of the message
 * @param version of the message's contract
 * @param messageId the same when a message is sent twice
 * @param parkedAt when the service gave up
 * @param exception class of the first cause
 * @param originalPartition of the topic
 * @param originalOffset on the topic
 * @param state OPEN, SENT_AGAIN or DISMISSED
 * @param settledBy account of the administrator; null while it is open
 * @param settledAt null while it is open
 */
@Schema(
    example =
        """
        {"topic": "payment.events", "offset": 41, "type": "PaymentCaptured", "version": 1,
         "key": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74",
         "messageId": "018f5d21-7c3e-7f40-8d15-b2a9e6c4d703", "parkedAt": "2027-03-01T10:16:02.310Z",
         "consumerGroup": "appointment-service.payment.events",
         "exception": "java.lang.IllegalStateException", "originalPartition": 3,
         "originalOffset": 18274, "state": "SENT_AGAIN",
         "settledBy": "018f3c2e-1f02-7a8c-b6d4-90e1c7a25f08",
         "settledAt": "2027-03-01T11:40:00Z"}\
        """)
record DeadLetterView(
    String topic,
    long offset,
    @Nullable String type,
    @Nullable Integer version,
    @Nullable String key,
    @Nullable String messageId,
    Instant parkedAt,
    @Nullable String consumerGroup,
    @Nullable String exception,
    @Nullable Integer originalPartition,
    @Nullable Long originalOffset,
    String state,
    @Nullable String settledBy,
    @Nullable Instant settledAt) {

  static DeadLetterView of(DeadLetter it) {
    var settlement = it.settlement();
    return new DeadLetterView(
        it.topic(),
        it.offset(),
        it.type(),
        it.version(),
        it.key(),
        it.messageId(),
        it.parkedAt(),
        it.group(),
        it.exception(),
        it.originalPartition(),
        it.originalOffset(),
        settlement == null ? "OPEN" : settlement.outcome().name(),
        settlement == null ? null : settlement.by(),
        settlement == null ? null : settlement.at());
  }
}
