import { queryOptions } from "@tanstack/react-query";
import { $api } from "@/api/client";

/** Kept current by the live stream. */
export const unreadCount = queryOptions(
  $api.queryOptions("get", "/api/v1/notifications/unread-count"),
);
