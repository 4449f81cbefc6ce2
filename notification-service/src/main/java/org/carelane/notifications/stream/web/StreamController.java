package org.carelane.notifications.stream.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.carelane.notifications.stream.NotificationStreams;
import org.carelane.notifications.stream.NotificationStreams.Result;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The caller's own notifications as they come. */
@RestController
@Tag(name = "Notifications")
class StreamController {

  private static final String SESSION = "sid";
  private static final int RETRY_AFTER_SECONDS = 2;

  private final NotificationStreams streams;

  StreamController(NotificationStreams streams) {
    this.streams = streams;
  }

  @Operation(
      operationId = "streamNotifications",
      summary = "Listen to one's notifications and changes of one's appointments",
      description =
          "Server-sent events: ready, then notification (an item of the inbox) and appointment"
              + " (appointmentId, status, occurredAt) for each. With the id of the last one in"
              + " Last-Event-ID it goes on there; if that is not possible it begins with reset"
              + " instead of ready: read the lists again. A comment comes while there is nothing."
              + " It ends when the access token expires, the session ends, the account is disabled,"
              + " the reader is too slow, has too many streams, or the instance stops.")
  @ApiResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  @ApiResponse(
      responseCode = "401",
      description = "unauthenticated: also if the session has ended or the account is disabled")
  @ApiResponse(
      responseCode = "503",
      description = "service-unavailable, with Retry-After: too many streams are open")
  @GetMapping(path = "/api/v1/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> stream(
      HttpMethod method,
      @AuthenticationPrincipal Jwt token,
      @Parameter(
              description = "The id of the last event that was heard",
              example = "018f5d21-8e4f-7a61-9b27-c3d0f7e5a814")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String lastEventId) {
    if (method.equals(HttpMethod.HEAD)) {
      return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).build();
    }
    var opened =
        streams.open(
            Objects.requireNonNull(token.getSubject()),
            token.getClaimAsString(SESSION),
            Objects.requireNonNull(token.getExpiresAt()),
            lastEventId == null || lastEventId.isEmpty() ? null : lastEventId);
    return switch (opened) {
      case Result.Opened(var stream) ->
          ResponseEntity.ok()
              .contentType(MediaType.TEXT_EVENT_STREAM)
              .cacheControl(CacheControl.noStore())
              .header("X-Accel-Buffering", "no")
              .body(stream);
      case Result.Busy _ ->
          throw ProblemException.serviceUnavailable(
              "Too many streams are open here. Try again in a moment.", RETRY_AFTER_SECONDS);
      case Result.Ended _ ->
          throw new ProblemException(
              HttpStatus.UNAUTHORIZED, "unauthenticated", "This session has ended.");
    };
  }
}
