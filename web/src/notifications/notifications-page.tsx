import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useRef } from "react";
import { $api } from "@/api/client";
import { Button } from "@/ui/button";
import { EmptyState, Refusal } from "@/ui/feedback";
import { LinkTab, LinkTabs } from "@/ui/link-tabs";
import { Page } from "@/ui/page";
import { byCursor, Pages } from "@/ui/pages";
import { useAppointmentsOf } from "./appointments-of";
import { NotificationItem } from "./notification-item";
import { unreadCount } from "./unread";

const route = getRouteApi("/_data/notifications");

function useReading() {
  const queries = useQueryClient();
  const options = {
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/api/v1/notifications"),
      }),
  };
  return {
    one: $api.useMutation("post", "/api/v1/notifications/{id}/read", options),
    all: $api.useMutation("post", "/api/v1/notifications/read-all", options),
  };
}

export function NotificationsPage() {
  const { t } = useLingui();
  const { show } = route.useSearch();
  const box = useRef<HTMLDivElement>(null);
  const reading = useReading();
  const unread = useQuery(unreadCount);
  const list = $api.useInfiniteQuery(
    "get",
    "/api/v1/notifications",
    { params: { query: { limit: 20, ...(show === "unread" && { unread: true }) } } },
    { ...byCursor, placeholderData: keepPreviousData },
  );
  const appointments = useAppointmentsOf(list.data?.pages.flatMap((page) => page.items) ?? []);
  // The button that was pressed goes away: the keyboard goes on from the list.
  const stay = { onSuccess: () => box.current?.focus({ preventScroll: true }) };
  return (
    <Page
      title={t`Notifications`}
      actions={
        <Button
          look="secondary"
          disabled={!unread.data?.unread}
          busy={reading.all.isPending}
          onClick={() => reading.all.mutate({}, stay)}
        >
          <Trans>Mark all as read</Trans>
        </Button>
      }
    >
      <LinkTabs label={t`Which`}>
        <LinkTab to="/notifications" activeOptions={{ exact: true }}>
          <Trans>All</Trans>
        </LinkTab>
        <LinkTab to="/notifications" search={{ show: "unread" }}>
          <Trans>Unread</Trans>
        </LinkTab>
      </LinkTabs>
      <div ref={box} tabIndex={-1} className="grid gap-4 outline-none">
        <Refusal error={reading.one.error ?? reading.all.error} />
        <Pages
          list={list}
          empty={
            <EmptyState title={show === "unread" ? t`You have read everything` : t`Nothing yet`}>
              <p>
                <Trans>What happens to your appointments appears here by itself.</Trans>
              </p>
            </EmptyState>
          }
        >
          {(items) => (
            <ul className="grid gap-3" aria-label={t`Notifications`}>
              {items.map((item) => (
                <NotificationItem
                  key={item.id}
                  item={item}
                  appointment={appointments.get(item.appointmentId)}
                  busy={reading.one.isPending && reading.one.variables.params.path.id === item.id}
                  onRead={() => reading.one.mutate({ params: { path: { id: item.id } } }, stay)}
                />
              ))}
            </ul>
          )}
        </Pages>
      </div>
    </Page>
  );
}
