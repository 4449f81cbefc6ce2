import { createFileRoute } from "@tanstack/react-router";
import { dates, texts, word } from "@/admin/filters";
import { PaymentsPage } from "@/admin/payments-page";
import type { Schemas } from "@/api/client";

type Status = Schemas["PaymentView"]["status"];

const statuses: Status[] = [
  "PENDING",
  "REQUIRES_ACTION",
  "CONFIRMING",
  "CAPTURED",
  "FAILED",
  "WITHDRAWING",
  "WITHDRAWN",
  "REFUNDING",
  "REFUND_FAILED",
  "REFUNDED",
];

export interface PaymentsSearch {
  from?: string;
  to?: string;
  status?: Status;
  cursor?: string;
}

export const Route = createFileRoute("/_data/admin/payments")({
  validateSearch: (search: Record<string, unknown>): PaymentsSearch => ({
    ...dates(search, "from", "to"),
    ...texts(search, "cursor"),
    ...word(search, "status", statuses),
  }),
  component: PaymentsPage,
});
