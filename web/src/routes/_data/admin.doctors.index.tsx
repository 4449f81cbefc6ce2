import { createFileRoute } from "@tanstack/react-router";
import { DoctorsPage } from "@/admin/doctors-page";
import { texts } from "@/admin/filters";

export interface AdminDoctorsSearch {
  q?: string;
  cursor?: string;
}

export const Route = createFileRoute("/_data/admin/doctors/")({
  validateSearch: (search: Record<string, unknown>): AdminDoctorsSearch =>
    texts(search, "q", "cursor"),
  component: DoctorsPage,
});
