import { createFileRoute } from "@tanstack/react-router";
import { AppointmentsPage } from "@/admin/appointments-page";
import { dates, texts, word } from "@/admin/filters";

const statuses = ["PENDING", "CONFIRMED", "CANCELLING", "CANCELLED"] as const;
const orders = ["startsAt", "-startsAt", "-requestedAt"] as const;

export interface AppointmentsSearch {
  from?: string;
  to?: string;
  doctorId?: string;
  patientId?: string;
  status?: (typeof statuses)[number];
  sort?: (typeof orders)[number];
  doctorDisabled?: true;
  cursor?: string;
}

export const Route = createFileRoute("/_data/admin/appointments")({
  validateSearch: (search: Record<string, unknown>): AppointmentsSearch => ({
    ...dates(search, "from", "to"),
    ...texts(search, "doctorId", "patientId", "cursor"),
    ...word(search, "status", statuses),
    ...word(search, "sort", orders),
    ...(search.doctorDisabled === true && { doctorDisabled: true }),
  }),
  component: AppointmentsPage,
});
