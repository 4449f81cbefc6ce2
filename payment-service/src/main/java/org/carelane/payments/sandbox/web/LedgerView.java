package org.carelane.payments.sandbox.web;

import java.util.List;
import org.carelane.payments.sandbox.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * @param totals of the whole ledger by currency; on the first page only
 */
record LedgerView(
    List<EntryView> items, @Nullable String nextCursor, @Nullable List<Ledger.Total> totals) {}
