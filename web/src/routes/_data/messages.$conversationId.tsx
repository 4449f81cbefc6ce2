import { createFileRoute } from "@tanstack/react-router";
import { ConversationPage } from "@/chat/conversation-page";

export const Route = createFileRoute("/_data/messages/$conversationId")({
  component: ConversationPage,
});
