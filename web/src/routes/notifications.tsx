import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { NotificationsPage } from "@/notifications/notifications-page";

export const Route = createFileRoute("/notifications")({
  beforeLoad: guard("notifications"),
  component: NotificationsPage,
});
