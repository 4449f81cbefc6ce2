import { createFileRoute } from "@tanstack/react-router";
import { withMessages } from "@/app/guard";
import { DoctorPage } from "@/doctors/doctor-page";

export interface DoctorSearch {
  /** The first day shown, as 2026-12-01; without it the first with a free time */
  from?: string;
}

export const Route = createFileRoute("/_data/doctors/$doctorId")({
  validateSearch: (search: Record<string, unknown>): DoctorSearch =>
    /^\d{4}-\d\d-\d\d$/.test(String(search.from)) ? { from: String(search.from) } : {},
  beforeLoad: withMessages("doctors"),
  component: DoctorPage,
});
