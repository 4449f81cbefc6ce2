package org.carelane.auth.admin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.auth.Problems;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.account.RegistrationProcess;
import org.carelane.auth.account.web.RegistrationAnswers;
import org.carelane.auth.admin.AccountAdministration;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.auth.session.CurrentSession;
import org.carelane.auth.session.Sessions;
import org.carelane.auth.session.web.SessionView;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Accounts", description = "All accounts, for administrators")
@RequestMapping("/api/v1/admin/accounts")
@PreAuthorize("hasRole('ADMIN')")
@ApiResponse(responseCode = "401", description = "unauthenticated")
@ApiResponse(responseCode = "403", description = "forbidden")
class AdminAccountController {

  private final AccountAdministration administration;
  private final RegistrationProcess registering;
  private final Accounts accounts;
  private final Sessions sessions;

  AdminAccountController(
      AccountAdministration administration,
      RegistrationProcess registering,
      Accounts accounts,
      Sessions sessions) {
    this.administration = administration;
    this.registering = registering;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Operation(operationId = "createAccount", summary = "Create an account with any roles")
  @ApiResponse(responseCode = "201", description = "Created")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "409", description = "email-taken")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @ApiResponse(responseCode = "429", description = "too-many-attempts, with Retry-After")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AdminAccountView create(
      Caller caller,
      @Valid @RequestBody NewAccountRequest request,
      @Nullable IdempotencyKey key,
      HttpServletRequest http) {
    requireActive(caller);
    var registration =
        registering.register(request.account(), key, caller.accountId(), ClientAddress.of(http));
    return AdminAccountView.of(RegistrationAnswers.accountOf(registration));
  }

  @Operation(operationId = "listAccounts", summary = "List accounts by e-mail")
  @ApiResponse(responseCode = "200", description = "A page of accounts")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @GetMapping
  Page<AdminAccountView> list(
      Caller caller,
      @Parameter(description = "Only accounts with this role", example = "DOCTOR")
          @RequestParam(required = false)
          @Nullable Role role,
      @Parameter(description = "Part of the e-mail address or the name", example = "astrid")
          @RequestParam(required = false)
          @Nullable String q,
      PageRequest page) {
    requireActive(caller);
    var found = accounts.list(role, q, page.after(), page.fetch());
    return Page.of(found, page, Account::email).map(AdminAccountView::of);
  }

  @Operation(
      operationId = "getAccount",
      summary = "One account",
      description = "With the number of sessions in which it is signed in.")
  @ApiResponse(responseCode = "200", description = "The account as it is now")
  @ApiResponse(responseCode = "404", description = "not-found")
  @GetMapping("/{id}")
  AccountDetails get(
      Caller caller,
      @Parameter(description = "An account's", example = "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36")
          @PathVariable
          String id) {
    requireActive(caller);
    return accounts
        .find(id)
        .map(account -> AccountDetails.of(account, sessions.countOf(id)))
        .orElseThrow(Problems::accountNotFound);
  }

  @Operation(
      operationId = "listAccountSessions",
      summary = "List where an account is signed in",
      description = "The latest sign-in first. Sessions that have ended are not in it.")
  @ApiResponse(responseCode = "200", description = "A page of sessions")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @ApiResponse(responseCode = "404", description = "not-found")
  @GetMapping("/{id}/sessions")
  Page<SessionView> listSessions(
      Caller caller,
      @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
      @Parameter(description = "An account's", example = "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36")
          @PathVariable
          String id,
      PageRequest page) {
    requireActive(caller);
    requireAccount(id);
    var current = CurrentSession.idOf(token);
    return sessions.of(id, page).map(it -> SessionView.of(it, current));
  }

  @Operation(
      operationId = "endAccountSessions",
      summary = "End all sessions of an account",
      description = "It can sign in again: to keep it from that, disable it.")
  @ApiResponse(responseCode = "204", description = "Ended, also if there was none")
  @ApiResponse(responseCode = "404", description = "not-found")
  @DeleteMapping("/{id}/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSessions(
      Caller caller,
      @Parameter(description = "An account's", example = "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36")
          @PathVariable
          String id) {
    requireActive(caller);
    requireAccount(id);
    administration.endSessions(id, caller.accountId());
  }

  @Operation(
      operationId = "disableAccount",
      summary = "Keep an account from signing in and end its sign-ins")
  @ApiResponse(responseCode = "200", description = "The account is disabled")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(responseCode = "409", description = "own-account")
  @PostMapping("/{id}/disable")
  AdminAccountView disable(
      Caller caller,
      @Parameter(description = "An account's", example = "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36")
          @PathVariable
          String id) {
    requireActive(caller);
    if (caller.accountId().equals(id)) {
      throw Problems.ownAccount();
    }
    return administration
        .disable(id)
        .map(AdminAccountView::of)
        .orElseThrow(Problems::accountNotFound);
  }

  @Operation(operationId = "enableAccount", summary = "Let a disabled account sign in again")
  @ApiResponse(responseCode = "200", description = "The account is enabled")
  @ApiResponse(responseCode = "404", description = "not-found")
  @PostMapping("/{id}/enable")
  AdminAccountView enable(
      Caller caller,
      @Parameter(description = "An account's", example = "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36")
          @PathVariable
          String id) {
    requireActive(caller);
    return administration
        .enable(id)
        .map(AdminAccountView::of)
        .orElseThrow(Problems::accountNotFound);
  }

  private void requireAccount(String id) {
    if (accounts.find(id).isEmpty()) {
      throw Problems.accountNotFound();
    }
  }

  private void requireActive(Caller caller) {
    if (!administration.isActive(caller.accountId())) {
      throw Problems.unauthenticated();
    }
  }
}
