package org.carelane.auth.password.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.carelane.accesstoken.Caller;
import org.carelane.auth.Problems;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.auth.password.PasswordChange;
import org.carelane.auth.password.PasswordChangeProcess;
import org.carelane.auth.password.PasswordReset;
import org.carelane.auth.password.PasswordResetProcess;
import org.carelane.auth.session.CurrentSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Passwords", description = "Change one's password, or reset a forgotten one by mail")
@RequestMapping("/api/v1/auth/password")
class PasswordController {

  private static final String NEW_PASSWORD = "newPassword";

  private final PasswordChangeProcess changing;
  private final PasswordResetProcess resetting;

  PasswordController(PasswordChangeProcess changing, PasswordResetProcess resetting) {
    this.changing = changing;
    this.resetting = resetting;
  }

  @Operation(
      operationId = "changePassword",
      summary = "Change the caller's password",
      description =
          "The caller's other sessions end, this one goes on. Wrong current passwords delay further"
              + " attempts as at the sign-in.")
  @ApiResponse(responseCode = "204", description = "Changed")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "401", description = "unauthenticated")
  @ApiResponse(responseCode = "422", description = "wrong-password")
  @ApiResponse(responseCode = "429", description = "too-many-attempts, with Retry-After")
  @PostMapping("/change")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      Caller caller,
      @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
      @Valid @RequestBody PasswordChangeRequest request,
      HttpServletRequest http) {
    var result =
        changing.change(
            caller.accountId(),
            CurrentSession.idOf(token),
            request.currentPassword(),
            request.newPassword(),
            ClientAddress.of(http));
    switch (result) {
      case PasswordChange.Changed _ -> {}
      case PasswordChange.WrongPassword _ -> throw Problems.wrongPassword();
      case PasswordChange.UnfitPassword(var complaint) ->
          throw Problems.invalid(NEW_PASSWORD, complaint);
      case PasswordChange.TooManyAttempts(var delay) -> throw Problems.tooManyAttempts(delay);
      case PasswordChange.NoAccount _ -> throw Problems.unauthenticated();
    }
  }

  @Operation(
      operationId = "forgetPassword",
      summary = "Have a token mailed that resets the password",
      description =
          "The answer is the same whether there is an account of this address or not. The token is"
              + " valid for 30 minutes; those mailed before stay valid for their time. No access"
              + " token is needed.")
  @ApiResponse(responseCode = "202", description = "If there is an account, a mail will be sent")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "429", description = "too-many-attempts, with Retry-After")
  @PostMapping("/forgot")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void forgot(@Valid @RequestBody PasswordForgottenRequest request, HttpServletRequest http) {
    var email = new EmailAddress(request.email());
    var delay = resetting.forgotten(email, ClientAddress.of(http));
    if (delay.isPositive()) {
      throw Problems.tooManyAttempts(delay);
    }
  }

  @Operation(
      operationId = "resetPassword",
      summary = "Set another password by the token that was mailed",
      description =
          "The token works once, and all others that were mailed end with it. All sessions of the"
              + " account end, and its e-mail address counts as verified. A disabled account stays"
              + " disabled. No access token is needed.")
  @ApiResponse(responseCode = "204", description = "Reset")
  @ApiResponse(
      responseCode = "400",
      description = "invalid-request, malformed-json; the token stays valid")
  @ApiResponse(responseCode = "422", description = "token-invalid: unknown, used or expired")
  @PostMapping("/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(@Valid @RequestBody PasswordResetRequest request) {
    switch (resetting.reset(request.token(), request.newPassword())) {
      case PasswordReset.Reset _ -> {}
      case PasswordReset.InvalidToken _ -> throw Problems.tokenInvalid();
      case PasswordReset.UnfitPassword(var complaint) ->
          throw Problems.invalid(NEW_PASSWORD, complaint);
    }
  }
}
