import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { MessagesLayout } from "@/chat/messages-layout";

export const Route = createFileRoute("/_data/messages")({
  beforeLoad: guard("chat"),
  component: MessagesLayout,
});
