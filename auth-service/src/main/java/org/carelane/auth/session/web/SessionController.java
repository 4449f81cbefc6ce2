package org.carelane.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import org.carelane.auth.Problems;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.auth.session.ClientFingerprint;
import org.carelane.auth.session.Sessions;
import org.carelane.auth.session.SignIn.SignedIn;
import org.carelane.auth.session.SignIn.TooManyAttempts;
import org.carelane.auth.session.SignIn.WrongCredentials;
import org.carelane.auth.session.SignInProcess;
import org.carelane.auth.session.Tokens;
import org.carelane.auth.session.UserAgent;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
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
  private final SameOrigin origin;

  SessionController(SignInProcess signingIn, Sessions sessions, SameOrigin origin) {
    this.signingIn = signingIn;
    this.sessions = sessions;
    this.origin = origin;
  }

  @Operation(
      operationId = "signIn",
      summary = "Sign in with e-mail and password",
      description =
          "The refresh token is in the body, or, with refreshTokenIn COOKIE, in a cookie for"
              + " browsers: HttpOnly, Secure, SameSite=Strict, for the path of the refresh only.")
  @ApiResponse(responseCode = "200", description = "Signed in")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "401", description = "invalid-credentials")
  @ApiResponse(responseCode = "429", description = "too-many-attempts, with Retry-After")
  @PostMapping("/login")
  ResponseEntity<TokensView> login(
      @Valid @RequestBody LoginRequest request, HttpServletRequest http) {
    var email = new EmailAddress(request.email());
    var from = ClientAddress.of(http);
    return switch (signingIn.signIn(email, request.password(), from, UserAgent.of(http))) {
      case SignedIn(var tokens) -> request.wantsCookie() ? inCookie(tokens) : inBody(tokens);
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
              + " may be repeated until the new token is used. Without a body the token of the"
              + " cookie is exchanged and the new one is set as a cookie again; with a body the"
              + " cookie is not looked at.")
  @ApiResponse(responseCode = "200", description = "New tokens; the old refresh token is used up")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "401", description = "invalid-refresh-token; the cookie is removed")
  @ApiResponse(
      responseCode = "403",
      description =
          "cross-site-request: with a cookie, neither Sec-Fetch-Site nor Origin says that a page of"
              + " this site sends it")
  @PostMapping("/refresh")
  ResponseEntity<TokensView> refresh(
      @Valid @RequestBody(required = false) @Nullable RefreshTokenRequest request,
      @Parameter(hidden = true) @CookieValue(name = RefreshCookie.NAME, required = false)
          @Nullable String cookie,
      @Nullable IdempotencyKey key,
      HttpServletRequest http) {
    if (request != null) {
      return exchange(request.refreshToken(), key, http)
          .map(SessionController::inBody)
          .orElseThrow(Problems::invalidRefreshToken);
    }
    if (cookie == null) {
      throw Problems.invalidRefreshToken();
    }
    origin.require(http);
    return exchange(cookie, key, http)
        .map(SessionController::inCookie)
        .orElseThrow(() -> removingCookie(Problems.invalidRefreshToken()));
  }

  private Optional<Tokens> exchange(
      String token, @Nullable IdempotencyKey key, HttpServletRequest http) {
    return sessions.refresh(token, key == null ? null : key.value(), ClientFingerprint.of(http));
  }

  @Operation(
      operationId = "endCookieSession",
      summary = "Sign out a browser: the session of its cookie ends, and the cookie is removed",
      description = "No access token is needed.")
  @ApiResponse(responseCode = "204", description = "Signed out, also without a cookie")
  @ApiResponse(responseCode = "403", description = "cross-site-request")
  @DeleteMapping("/refresh")
  ResponseEntity<Void> endCookieSession(
      @Parameter(hidden = true) @CookieValue(name = RefreshCookie.NAME, required = false)
          @Nullable String cookie,
      HttpServletRequest http) {
    if (cookie != null) {
      origin.require(http);
      sessions.end(cookie);
    }
    return ResponseEntity.noContent()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.removed())
        .build();
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

  private static ResponseEntity<TokensView> inBody(Tokens tokens) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(TokensView.of(tokens));
  }

  private static ResponseEntity<TokensView> inCookie(Tokens tokens) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.of(tokens))
        .body(TokensView.withoutRefreshToken(tokens));
  }

  private static ProblemException removingCookie(ProblemException problem) {
    problem.getHeaders().set(HttpHeaders.SET_COOKIE, RefreshCookie.removed());
    return problem;
  }
}
