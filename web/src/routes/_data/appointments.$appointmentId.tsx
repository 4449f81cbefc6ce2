import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { AppointmentPage } from "@/appointments/appointment-page";

export const Route = createFileRoute("/_data/appointments/$appointmentId")({
  beforeLoad: guard(["appointments", "payments"]),
  component: AppointmentPage,
});
