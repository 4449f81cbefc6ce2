package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.carelane.accesstoken.Caller;
import org.carelane.auth.Problems;
import org.carelane.auth.account.EmailVerification.AlreadyVerified;
import org.carelane.auth.account.EmailVerification.Mailed;
import org.carelane.auth.account.EmailVerification.NoAccount;
import org.carelane.auth.account.EmailVerification.TooMany;
import org.carelane.auth.account.EmailVerificationProcess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account")
@RequestMapping("/api/v1/auth/email")
class EmailController {

  private final EmailVerificationProcess verifying;

  EmailController(EmailVerificationProcess verifying) {
    this.verifying = verifying;
  }

  @Operation(
      operationId = "verifyEmail",
      summary = "Verify an e-mail address by the token that was mailed to it",
      description = "No access token is needed.")
  @ApiResponse(responseCode = "204", description = "Verified, also if that was so before")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "422", description = "token-invalid: unknown or expired")
  @PostMapping("/verify")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void verify(@Valid @RequestBody TokenRequest request) {
    if (!verifying.verify(request.token())) {
      throw Problems.tokenInvalid();
    }
  }

  @Operation(
      operationId = "mailEmailVerification",
      summary = "Mail the caller another token that verifies the address",
      description = "The tokens mailed before stay valid for their time.")
  @ApiResponse(
      responseCode = "202",
      description = "It will be mailed, unless the address is verified already")
  @ApiResponse(responseCode = "401", description = "unauthenticated")
  @ApiResponse(responseCode = "429", description = "too-many-attempts, with Retry-After")
  @PostMapping("/verification")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void mail(Caller caller) {
    switch (verifying.mail(caller.accountId())) {
      case Mailed _, AlreadyVerified _ -> {}
      case NoAccount _ -> throw Problems.unauthenticated();
      case TooMany(var delay) -> throw Problems.tooManyAttempts(delay);
    }
  }
}
