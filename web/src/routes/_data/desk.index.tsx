import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { DeskPage } from "@/desk/desk-page";
import type { DeskSearch } from "@/desk/period";
import { isDate } from "@/language/days";

export const Route = createFileRoute("/_data/desk/")({
  validateSearch: (search: Record<string, unknown>): DeskSearch => ({
    ...(search.view === "week" ? { view: "week" as const } : {}),
    ...(isDate(search.date) ? { date: search.date } : {}),
    ...(search.cancelled ? { cancelled: true } : {}),
  }),
  beforeLoad: guard("desk", "DOCTOR"),
  component: DeskPage,
});
