import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { MessagesPage } from "@/chat/messages-page";

export const Route = createFileRoute("/messages/")({
  beforeLoad: guard("chat"),
  component: MessagesPage,
});
