import { createFileRoute } from "@tanstack/react-router";
import { ChoosePage } from "@/chat/choose-page";

export interface MessagesSearch {
  /** Account id: leads to the conversation with that person */
  with?: string;
}

export const Route = createFileRoute("/_data/messages/")({
  validateSearch: (search: Record<string, unknown>): MessagesSearch =>
    search.with ? { with: String(search.with) } : {},
  component: ChoosePage,
});
