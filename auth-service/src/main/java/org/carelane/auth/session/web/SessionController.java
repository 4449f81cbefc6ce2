package org.carelane.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.carelane.auth.Problems;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.auth.session.ClientFingerprint;
import org.carelane.auth.session.Sessions;
import org.carelane.auth.session.SignIn.SignedIn;
import org.carelane.auth.session.SignIn.TooManyAttempts;
import org.carelane.auth.session.SignIn.WrongCredentials;
import org.carelane.auth.session.SignInProcess;
import org.carelane.auth.session.UserAgent;
import org.carelane.rest.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Signing in", description = "Access tokens, and the refresh tokens that get new ones")
@RequestMapping("/api/v1/auth")
class SessionController {

  private final SignInProcess signingIn;
  private final Sessions sessions;

  SessionController(SignInProcess signingIn, Sessions sessions) {
    this.signingIn = signingIn;
    this.sessions = sessions;
  }

  @Operation(operationId = "signIn", summary = "Sign in with e-mail and password")
  @ApiResponse(responseCode = "200", description = "Signed in")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "401", description = "invalid-credentials")
  @ApiResponse(responseCode = "429", description = "too-many-attempts, with Retry-After")
  @PostMapping("/login")
  TokensView login(@Valid @RequestBody LoginRequest request, HttpServletRequest http) {
    var email = new EmailAddress(request.email());
    var from = ClientAddress.of(http);
    return switch (signingIn.signIn(email, request.password(), from, UserAgent.of(http))) {
      case SignedIn(var tokens) -> TokensView.of(tokens);
      case WrongCredentials _ -> throw Problems.invalidCredentials();
      case TooManyAttempts(var delay) -> throw Problems.tooManyAttempts(delay);
    };
  }

  @Operation(
      operationId = "refreshTokens",
      summary = "Exchange a refresh token, once",
      description =
          "A token that is used again ends its sign-in, except by the same client within some"
              + " seconds, who gets the same new token. With an Idempotency-Key the same request"
              + " may be repeated until the new token is used.")
  @ApiResponse(responseCode = "200", description = "New tokens; the old refresh token is used up")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "401", description = "invalid-refresh-token")
  @PostMapping("/refresh")
  TokensView refresh(
      @Valid @RequestBody RefreshTokenRequest request,
      @Nullable IdempotencyKey key,
      HttpServletRequest http) {
    var client = ClientFingerprint.of(http);
    return sessions
        .refresh(request.refreshToken(), key == null ? null : key.value(), client)
        .map(TokensView::of)
        .orElseThrow(Problems::invalidRefreshToken);
  }

  @Operation(
      operationId = "signOut",
      summary = "Sign out: the refresh token and its successors end")
  @ApiResponse(responseCode = "204", description = "Signed out, also if that was so before")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(@Valid @RequestBody RefreshTokenRequest request) {
    sessions.end(request.refreshToken());
  }
}
