import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { AppointmentsPage } from "@/appointments/appointments-page";

export const Route = createFileRoute("/appointments/")({
  beforeLoad: guard("appointments"),
  component: AppointmentsPage,
});
