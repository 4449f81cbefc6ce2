package org.carelane.auth.admin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.carelane.accesstoken.Caller;
import org.carelane.auth.Problems;
import org.carelane.auth.admin.AccountAdministration;
import org.carelane.auth.admin.Announcements;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Accounts")
class AnnouncementController {

  private final AccountAdministration administration;
  private final Announcements announcements;

  AnnouncementController(AccountAdministration administration, Announcements announcements) {
    this.administration = administration;
    this.announcements = announcements;
  }

  @Operation(
      operationId = "announceAccounts",
      summary = "Announce accounts again to the other services",
      description =
          "A batch. Repeat it with the answer's next as after, until there is no next. Announcing"
              + " an account again changes nothing where it is known.")
  @ApiResponse(responseCode = "200", description = "A batch is announced")
  @ApiResponse(responseCode = "401", description = "unauthenticated")
  @ApiResponse(responseCode = "403", description = "forbidden")
  @PreAuthorize("hasRole('ADMIN')")
  @PostMapping("/api/v1/admin/accounts/announcements")
  Announcements.Batch announce(
      Caller caller,
      @Parameter(
              description = "next of the batch before; the first batch without it",
              example = "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36")
          @RequestParam(required = false)
          @Nullable String after) {
    if (!administration.isActive(caller.accountId())) {
      throw Problems.unauthenticated();
    }
    return announcements.announce(after, caller.accountId());
  }
}
