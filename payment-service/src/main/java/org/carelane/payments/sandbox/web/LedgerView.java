package org.carelane.payments.sandbox.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.carelane.payments.sandbox.Ledger;
import org.carelane.rest.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of the sandbox's ledger.
 *
 * @param nextCursor where the next page begins, opaque; null on the last page
 * @param totals of the whole ledger by currency; on the first page only
 */
record LedgerView(
    List<EntryView> items,
    @Schema(example = Page.CURSOR_EXAMPLE) @Nullable String nextCursor,
    @Nullable List<Ledger.Total> totals) {}
