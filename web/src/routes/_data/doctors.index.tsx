import { createFileRoute } from "@tanstack/react-router";
import { withMessages } from "@/app/guard";
import { DoctorsPage } from "@/doctors/doctors-page";

export interface DoctorsSearch {
  q?: string;
  specialization?: string;
}

export const Route = createFileRoute("/_data/doctors/")({
  validateSearch: (search: Record<string, unknown>): DoctorsSearch => ({
    ...(search.q ? { q: String(search.q) } : {}),
    ...(search.specialization ? { specialization: String(search.specialization) } : {}),
  }),
  beforeLoad: withMessages("doctors"),
  component: DoctorsPage,
});
