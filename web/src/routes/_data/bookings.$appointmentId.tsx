import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { BookingPage } from "@/booking/booking-page";

export const Route = createFileRoute("/_data/bookings/$appointmentId")({
  beforeLoad: guard(["booking", "appointments", "payments"], "PATIENT"),
  component: BookingPage,
});
