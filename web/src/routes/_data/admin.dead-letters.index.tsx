import { createFileRoute } from "@tanstack/react-router";
import { DeadLettersPage } from "@/admin/dead-letters-page";
import { texts, word } from "@/admin/filters";
import { type LetterService, letterServices } from "@/admin/services";

export interface DeadLettersSearch {
  service?: LetterService;
  state?: "SETTLED";
  topic?: string;
  cursor?: string;
}

export const Route = createFileRoute("/_data/admin/dead-letters/")({
  validateSearch: (search: Record<string, unknown>): DeadLettersSearch => ({
    ...word(search, "service", letterServices),
    ...word(search, "state", ["SETTLED"] as const),
    ...texts(search, "topic", "cursor"),
  }),
  component: DeadLettersPage,
});
