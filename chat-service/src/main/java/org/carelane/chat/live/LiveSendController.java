package org.carelane.chat.live;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.carelane.chat.Problems;
import org.carelane.chat.message.MessageDraft;
import org.carelane.chat.message.MessageProcess;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.validation.annotation.Validated;

/** Messages sent over STOMP: the same as by POST, with the same problems. */
@Controller
class LiveSendController {

  private static final Logger log = LoggerFactory.getLogger(LiveSendController.class);

  private final MessageProcess process;
  private final Receipts receipts;
  private final ErrorFrames errors;
  private final ObservationRegistry observations;

  LiveSendController(
      MessageProcess process,
      Receipts receipts,
      ErrorFrames errors,
      ObservationRegistry observations) {
    this.process = process;
    this.receipts = receipts;
    this.errors = errors;
    this.observations = observations;
  }

  /** Begins a trace, as a frame, unlike an HTTP request, has none. */
  @MessageMapping("/conversations/{id}" + Destinations.MESSAGES)
  void send(
      @DestinationVariable String id,
      @Payload @Validated MessageDraft draft,
      StompHeaderAccessor frame) {
    var header = frame.getFirstNativeHeader(IdempotencyKey.HEADER);
    var key = header == null ? null : new IdempotencyKey(header);
    var sender = LiveSession.of(frame).caller().accountId();
    Observation.createNotStarted("carelane.chat.send", observations)
        .observe(() -> process.send(sender, id, draft, key));
    receipts.confirm(frame);
  }

  @MessageExceptionHandler
  void onRefusal(ProblemException refusal, StompHeaderAccessor frame) {
    errors.refuse(frame, refusal);
  }

  @MessageExceptionHandler
  void onInvalid(MethodArgumentNotValidException e, StompHeaderAccessor frame) {
    errors.refuse(
        frame,
        ProblemException.invalidRequest(
            "text is 1 to " + MessageDraft.MAX_LENGTH + " characters, and not blank."));
  }

  @MessageExceptionHandler
  void onUnreadable(MessageConversionException e, StompHeaderAccessor frame) {
    errors.refuse(frame, Problems.malformedJson());
  }

  @MessageExceptionHandler
  void onUnexpected(Exception e, StompHeaderAccessor frame) {
    log.error("SEND failed in session {}", frame.getSessionId(), e);
    errors.refuse(frame, Problems.internalError());
  }
}
