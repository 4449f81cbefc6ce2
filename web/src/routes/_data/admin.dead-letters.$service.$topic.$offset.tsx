import { createFileRoute } from "@tanstack/react-router";
import { DeadLetterPage } from "@/admin/dead-letter-page";

export const Route = createFileRoute("/_data/admin/dead-letters/$service/$topic/$offset")({
  component: DeadLetterPage,
});
