import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { NotificationsPage } from "@/notifications/notifications-page";

export interface NotificationsSearch {
  /** Without it, all */
  show?: "unread";
}

export const Route = createFileRoute("/_data/notifications")({
  validateSearch: (search: Record<string, unknown>): NotificationsSearch =>
    search.show === "unread" ? { show: "unread" } : {},
  beforeLoad: guard("notifications"),
  component: NotificationsPage,
});
