import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { PaymentsPage } from "@/payments/payments-page";

export const Route = createFileRoute("/payments")({
  beforeLoad: guard("payments"),
  component: PaymentsPage,
});
