import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { PaymentsPage } from "@/payments/payments-page";

export interface PaymentsSearch {
  /** Whose history is shown */
  open?: string;
}

export const Route = createFileRoute("/_data/payments")({
  validateSearch: ({ open }: Record<string, unknown>): PaymentsSearch =>
    open === undefined ? {} : { open: String(open) },
  beforeLoad: guard(["payments", "appointments"]),
  component: PaymentsPage,
});
