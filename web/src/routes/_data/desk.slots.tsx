import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { DeskSlotsPage } from "@/desk/desk-slots-page";
import { isDate } from "@/language/days";

export interface DeskSlotsSearch {
  /** The first day shown, as 2026-12-01; without one, today */
  from?: string;
}

export const Route = createFileRoute("/_data/desk/slots")({
  validateSearch: (search: Record<string, unknown>): DeskSlotsSearch =>
    isDate(search.from) ? { from: search.from } : {},
  beforeLoad: guard(["desk", "slots"], "DOCTOR"),
  component: DeskSlotsPage,
});
