import { createFileRoute } from "@tanstack/react-router";
import { texts, word } from "@/admin/filters";
import { SagasPage } from "@/admin/sagas-page";

export interface SagasSearch {
  state?: "STUCK";
  cursor?: string;
}

export const Route = createFileRoute("/_data/admin/sagas")({
  validateSearch: (search: Record<string, unknown>): SagasSearch => ({
    ...word(search, "state", ["STUCK"] as const),
    ...texts(search, "cursor"),
  }),
  component: SagasPage,
});
