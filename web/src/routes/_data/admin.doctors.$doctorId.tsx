import { createFileRoute } from "@tanstack/react-router";
import { DoctorPage } from "@/admin/doctor-page";
import { dates } from "@/admin/filters";
import { guard } from "@/app/guard";

export interface AdminDoctorSearch {
  /** The first day of the free times shown */
  from?: string;
}

export const Route = createFileRoute("/_data/admin/doctors/$doctorId")({
  validateSearch: (search: Record<string, unknown>): AdminDoctorSearch => dates(search, "from"),
  beforeLoad: guard(["admin", "slots"], "ADMIN"),
  component: DoctorPage,
});
