package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.carelane.auth.account.RegistrationProcess;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.rest.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account")
class RegistrationController {

  private final RegistrationProcess registering;

  RegistrationController(RegistrationProcess registering) {
    this.registering = registering;
  }

  @Operation(
      operationId = "register",
      summary = "Register as a patient",
      description =
          "A token that verifies the address is mailed to it. An Idempotency-Key is the visitor's,"
              + " who is told from others by the address.")
  @ApiResponse(responseCode = "201", description = "Registered")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "409", description = "email-taken")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @ApiResponse(responseCode = "429", description = "too-many-attempts, with Retry-After")
  @PostMapping("/api/v1/auth/register")
  @ResponseStatus(HttpStatus.CREATED)
  AccountView register(
      @Valid @RequestBody RegistrationRequest request,
      @Nullable IdempotencyKey key,
      HttpServletRequest http) {
    var from = ClientAddress.of(http);
    return AccountView.of(
        RegistrationAnswers.accountOf(registering.registerVisitor(request.patient(), key, from)));
  }
}
