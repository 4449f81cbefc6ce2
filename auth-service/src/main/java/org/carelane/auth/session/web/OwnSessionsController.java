package org.carelane.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.carelane.accesstoken.Caller;
import org.carelane.auth.Problems;
import org.carelane.auth.session.CurrentSession;
import org.carelane.auth.session.Sessions;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sessions", description = "Where the caller is signed in")
@RequestMapping("/api/v1/auth/sessions")
@ApiResponse(responseCode = "401", description = "unauthenticated")
class OwnSessionsController {

  private final Sessions sessions;

  OwnSessionsController(Sessions sessions) {
    this.sessions = sessions;
  }

  @Operation(
      operationId = "listSessions",
      summary = "List where the caller is signed in",
      description = "The latest sign-in first. Sessions that have ended are not in it.")
  @ApiResponse(responseCode = "200", description = "A page of sessions")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @GetMapping
  Page<SessionView> list(
      Caller caller,
      @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
      PageRequest page) {
    var current = CurrentSession.idOf(token);
    return sessions.of(caller.accountId(), page).map(it -> SessionView.of(it, current));
  }

  @Operation(
      operationId = "endSession",
      summary = "End one of the caller's sessions",
      description =
          "Its refresh token is worth nothing from now on. Other services go on accepting its"
              + " access token until that expires, after 15 minutes at most.")
  @ApiResponse(responseCode = "204", description = "Ended")
  @ApiResponse(
      responseCode = "404",
      description = "not-found: no session of the caller's, or one that has ended")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(
      Caller caller,
      @Parameter(description = "A session's", example = "018f5d20-3b7a-7e19-a0c6-4d8b2e6f1a95")
          @PathVariable
          String id) {
    if (!sessions.end(caller.accountId(), id)) {
      throw Problems.sessionNotFound();
    }
  }

  @Operation(
      operationId = "endSessions",
      summary = "End all of the caller's sessions",
      description = "With exceptCurrent=true the one in which this is asked for goes on.")
  @ApiResponse(responseCode = "204", description = "Ended, also if there was none")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAll(
      Caller caller,
      @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
      @Parameter(
              description = "Whether the session in which this is asked for goes on",
              example = "true")
          @RequestParam(defaultValue = "false")
          boolean exceptCurrent) {
    sessions.endAllOf(caller.accountId(), exceptCurrent ? CurrentSession.idOf(token) : null);
  }
}
