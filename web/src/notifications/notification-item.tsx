import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { useFormats } from "@/language/formats";
import { has } from "@/session/session";
import { Button } from "@/ui/button";
import { classes } from "@/ui/classes";
import { type InboxItem, sentenceFor } from "./sentence";

export function NotificationItem({
  item,
  appointment,
  busy,
  onRead,
}: {
  item: InboxItem;
  appointment: Schemas["AppointmentView"] | undefined;
  busy: boolean;
  onRead: () => void;
}) {
  const { i18n } = useI18n();
  const formats = useFormats();
  const unread = !item.readAt;
  return (
    <li
      className={classes(
        "relative flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg p-4 ring-1 hover:ring-accent sm:p-5",
        unread ? "bg-surface shadow-card ring-line" : "ring-line",
      )}
    >
      <span
        className={classes("size-2.5 shrink-0 rounded-full", unread && "bg-accent")}
        aria-hidden="true"
      />
      <div className="min-w-0 grow basis-60">
        <p className={classes("break-words", unread && "font-semibold")}>
          {unread && (
            <span className="sr-only">
              <Trans>Unread:</Trans>{" "}
            </span>
          )}
          <Link
            to="/appointments/$appointmentId"
            params={{ appointmentId: item.appointmentId }}
            onClick={() => unread && onRead()}
            className="after:absolute after:inset-0 after:rounded-lg"
          >
            {sentenceFor(item, appointment, has("DOCTOR"), i18n, formats)}
          </Link>
        </p>
        <p className="text-sm text-soft">
          <time dateTime={item.createdAt} title={formats.moment(item.createdAt)}>
            {formats.relative(item.createdAt, Date.now())}
          </time>
        </p>
      </div>
      {unread && (
        <Button small look="quiet" busy={busy} className="relative" onClick={onRead}>
          <Trans>Mark as read</Trans>
        </Button>
      )}
    </li>
  );
}
