package org.carelane.payments.sandbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.carelane.payments.sandbox.Ledger;
import org.carelane.payments.sandbox.SandboxOnly;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sandbox", description = "Where no money moves, for administrators")
@SandboxOnly
@RequestMapping("/api/v1/sandbox/ledger")
@PreAuthorize("hasRole('ADMIN')")
@ApiResponse(responseCode = "401", description = "unauthenticated")
@ApiResponse(responseCode = "403", description = "forbidden")
class LedgerController {

  private final Ledger ledger;

  LedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  @Operation(
      operationId = "listLedger",
      summary = "List what the sandbox captured and refunded, with sums on the first page")
  @ApiResponse(responseCode = "200", description = "A page of entries")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @GetMapping
  LedgerView list(
      @Parameter(
              description = "Only those of this payment",
              example = "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74")
          @RequestParam(required = false)
          @Nullable String paymentId,
      PageRequest page) {
    var entries = ledger.list(paymentId, page).map(EntryView::of);
    List<Ledger.Total> totals = page.after() == null ? ledger.totals() : null;
    return new LedgerView(entries.items(), entries.nextCursor(), totals);
  }
}
