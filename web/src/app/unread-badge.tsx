import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { queries } from "@/api/queries";
import { unreadCount } from "@/notifications/unread";

export default function UnreadBadge() {
  const { t } = useLingui();
  const { data } = useQuery(unreadCount, queries);
  if (!data?.unread) {
    return null;
  }
  const count = data.unread;
  return (
    <span className="rounded-full bg-accent px-2 text-sm text-on-accent">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t`${count} unread`}</span>
    </span>
  );
}
