package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Predicate;
import org.carelane.accesstoken.Caller;
import org.carelane.auth.Problems;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account", description = "The caller's own account")
class MeController {

  private final Accounts accounts;

  MeController(Accounts accounts) {
    this.accounts = accounts;
  }

  @Operation(operationId = "getOwnAccount", summary = "The caller's own account")
  @ApiResponse(responseCode = "200", description = "The account as it is now")
  @ApiResponse(responseCode = "401", description = "unauthenticated, also once disabled")
  @GetMapping("/api/v1/auth/me")
  AccountView me(Caller caller) {
    return accounts
        .find(caller.accountId())
        .filter(Predicate.not(Account::disabled))
        .map(AccountView::of)
        .orElseThrow(Problems::unauthenticated);
  }
}
