package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.function.Predicate;
import org.carelane.accesstoken.Caller;
import org.carelane.auth.Problems;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.account.Profile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account", description = "The caller's own account")
@RequestMapping("/api/v1/auth/me")
@ApiResponse(responseCode = "401", description = "unauthenticated, also once disabled")
class MeController {

  private final Accounts accounts;

  MeController(Accounts accounts) {
    this.accounts = accounts;
  }

  @Operation(
      operationId = "getOwnAccount",
      summary = "The caller's own account",
      description = "With an ETag, which a change may name in If-Match.")
  @ApiResponse(responseCode = "200", description = "The account as it is now")
  @ApiResponse(responseCode = "304", description = "As in If-None-Match", content = @Content)
  @GetMapping
  ResponseEntity<AccountView> me(Caller caller) {
    return answer(accounts.find(caller.accountId()));
  }

  @Operation(
      operationId = "changeOwnAccount",
      summary = "Change the caller's name, language or time zone",
      description =
          "What is not sent stays as it is. With If-Match only if the account is still as it was"
              + " read. Access tokens have the new name from the next refresh on.")
  @ApiResponse(responseCode = "200", description = "The account as it is now")
  @ApiResponse(responseCode = "400", description = "invalid-request, malformed-json")
  @ApiResponse(responseCode = "412", description = "precondition-failed")
  @PatchMapping
  ResponseEntity<AccountView> change(
      Caller caller,
      @Valid @RequestBody ProfileRequest request,
      @Parameter(
              description =
                  "The ETag of the account as it was read; it is changed only if it is still so",
              example = "\"lx3k9f2a\"")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    return answer(
        accounts.setProfile(
            caller.accountId(),
            account -> {
              AccountVersion.require(ifMatch, account);
              return request.appliedTo(Profile.of(account));
            }));
  }

  private static ResponseEntity<AccountView> answer(Optional<Account> account) {
    return account
        .filter(Predicate.not(Account::disabled))
        .map(it -> ResponseEntity.ok().eTag(AccountVersion.of(it)).body(AccountView.of(it)))
        .orElseThrow(Problems::unauthenticated);
  }
}
