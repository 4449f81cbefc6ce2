package org.carelane.deadletters.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.carelane.accesstoken.Caller;
import org.carelane.deadletters.BrokerAway;
import org.carelane.deadletters.DeadLetters;
import org.carelane.deadletters.DeadLetters.Found;
import org.carelane.deadletters.DeadLetters.Which;
import org.carelane.deadletters.Redrive;
import org.carelane.deadletters.Redrive.SentAgain;
import org.carelane.deadletters.Redriven;
import org.carelane.deadletters.Redriven.Missing;
import org.carelane.deadletters.Redriven.Settled;
import org.carelane.deadletters.Redriven.SettledOtherwise;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** This service's dead letters, for administrators. */
@RestController
@Tag(name = "Dead letters", description = "Messages a service could not handle, for administrators")
@RequestMapping("/api/v1/admin/dead-letters/${spring.application.name}")
@PreAuthorize("hasRole('ADMIN')")
public class DeadLetterController {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterController.class);

  private final DeadLetters letters;
  private final Redrive redrive;

  DeadLetterController(DeadLetters letters, Redrive redrive) {
    this.letters = letters;
    this.redrive = redrive;
  }

  /**
   * A dead letter with its payload and its cause.
   *
   * @param payload the message, mostly JSON; it may tell health data
   * @param headers those the record was sent with
   * @param stackTrace why it was not handled; like the payload it may tell health data
   */
  @Schema(
      example =
          """
          {"letter": {"topic": "payment.events", "offset": 41, "type": "PaymentCaptured", "version": 1,
                      "key": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74",
                      "messageId": "018f5d21-7c3e-7f40-8d15-b2a9e6c4d703", "parkedAt": "2027-03-01T10:16:02.310Z",
                      "consumerGroup": "appointment-service.payment.events",
                      "exception": "java.lang.IllegalStateException", "originalPartition": 3,
                      "originalOffset": 18274, "state": "SENT_AGAIN",
                      "settledBy": "018f3c2e-1f02-7a8c-b6d4-90e1c7a25f08",
                      "settledAt": "2027-03-01T11:40:00Z"},
           "key": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74", "payload": "{\\"amountMinor\\": 12000}",
           "headers": {"type": "PaymentCaptured", "version": "1"},
           "stackTrace": "java.lang.IllegalStateException: no such booking"}\
          """)
  record WholeDeadLetterView(
      DeadLetterView letter,
      @Nullable String key,
      @Nullable String payload,
      Map<String, String> headers,
      @Nullable String stackTrace) {

    static WholeDeadLetterView of(Found it) {
      var record = it.record();
      return new WholeDeadLetterView(
          DeadLetterView.of(it.letter()),
          record.key(),
          record.payload(),
          record.headers(),
          record.stackTrace());
    }
  }

  @Operation(
      operationId = "listDeadLetters",
      summary = "List what the service could not handle, newest first, by an admin")
  @ApiResponse(responseCode = "200", description = "A page of dead letters")
  @ApiResponse(responseCode = "404", description = "not-found: the service has no such topic")
  @GetMapping
  Page<DeadLetterView> list(
      @Parameter(description = "SETTLED: sent again or dismissed", example = "OPEN")
          @RequestParam(defaultValue = "OPEN")
          Which state,
      @Parameter(description = "Only those of this topic", example = "payment.events")
          @RequestParam(required = false)
          @Nullable String topic,
      PageRequest page) {
    return letters.page(state, topic, page).orElseThrow(Problems::notFound).map(DeadLetterView::of);
  }

  @Operation(
      operationId = "getDeadLetter",
      summary = "Show a dead letter with its payload and cause, by an admin")
  @ApiResponse(responseCode = "200", description = "The dead letter")
  @GetMapping("/{topic}/{offset}")
  WholeDeadLetterView show(
      @Parameter(description = "To which the message was sent", example = "payment.events")
          @PathVariable
          String topic,
      @Parameter(description = "The dead letter's", example = "41") @PathVariable long offset,
      Caller caller) {
    var found = letters.find(topic, offset).orElseThrow(Problems::notFound);
    log.info("Shown to {}: dead letter {}", caller.accountId(), found.letter());
    return WholeDeadLetterView.of(found);
  }

  @Operation(
      operationId = "sendDeadLetterAgain",
      summary = "Send a dead letter to its topic again; again changes nothing, by an admin")
  @ApiResponse(responseCode = "200", description = "It was sent again, now or before")
  @ApiResponse(responseCode = "409", description = "dead-letter-settled")
  @PostMapping("/{topic}/{offset}/send-again")
  DeadLetterView sendAgain(
      @Parameter(description = "To which the message was sent", example = "payment.events")
          @PathVariable
          String topic,
      @Parameter(description = "The dead letter's", example = "41") @PathVariable long offset,
      Caller caller) {
    return view(redrive.sendAgain(topic, offset, caller.accountId()));
  }

  @Operation(
      operationId = "dismissDeadLetter",
      summary = "Settle that a dead letter will not be sent again, by an admin")
  @ApiResponse(responseCode = "200", description = "It will not be sent again")
  @ApiResponse(responseCode = "409", description = "dead-letter-settled")
  @PostMapping("/{topic}/{offset}/dismiss")
  DeadLetterView dismiss(
      @Parameter(description = "To which the message was sent", example = "payment.events")
          @PathVariable
          String topic,
      @Parameter(description = "The dead letter's", example = "41") @PathVariable long offset,
      Caller caller) {
    return view(redrive.dismiss(topic, offset, caller.accountId()));
  }

  @Operation(
      operationId = "sendDeadLettersAgain",
      summary = "Send a topic's open dead letters again, oldest first, by an admin",
      description =
          "As many as limit says, and for some seconds at most. Repeat it with upTo of the first"
              + " answer until nothing is left.")
  @ApiResponse(responseCode = "200", description = "How many were sent, and how many are left")
  @PostMapping("/{topic}/send-again")
  SentAgain sendAllAgain(
      @Parameter(description = "To which the message was sent", example = "payment.events")
          @PathVariable
          String topic,
      @Parameter(
              description = "The last offset to send; all that are open now without it",
              example = "141")
          @RequestParam(required = false)
          @Nullable Long upTo,
      @Parameter(description = "How many at most, 1 to 100", example = "100")
          @RequestParam(defaultValue = "" + PageRequest.MAX_LIMIT)
          int limit,
      Caller caller) {
    if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
      throw Problems.invalid("limit is a number from 1 to " + PageRequest.MAX_LIMIT + ".");
    }
    return redrive
        .sendAllAgain(topic, upTo, limit, caller.accountId())
        .orElseThrow(Problems::notFound);
  }

  private static DeadLetterView view(Redriven result) {
    return switch (result) {
      case Settled(var letter) -> DeadLetterView.of(letter);
      case SettledOtherwise(var letter) -> throw Problems.settledOtherwise(letter);
      case Missing() -> throw Problems.notFound();
    };
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onBrokerAway(BrokerAway e) {
    log.warn("Kafka does not answer about dead letters: {}", e.getMessage());
    var problem = Problems.brokerAway();
    return ResponseEntity.status(problem.getStatusCode())
        .headers(problem.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.getBody());
  }
}
