import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { AppointmentsPage } from "@/appointments/appointments-page";

export interface AppointmentsSearch {
  /** Without it those to come */
  show?: "past" | "cancelled";
}

export const Route = createFileRoute("/_data/appointments/")({
  validateSearch: ({ show }: Record<string, unknown>): AppointmentsSearch =>
    show === "past" || show === "cancelled" ? { show } : {},
  beforeLoad: guard("appointments"),
  component: AppointmentsPage,
});
