import { i18n } from "@lingui/core";
import { Trans } from "@lingui/react/macro";
import { api } from "@/api/client";
import { formats } from "@/language/formats";
import { type Language, localeOf } from "@/language/languages";
import { loadMessages } from "@/language/messages";
import { has } from "@/session/session";
import { TextLink } from "@/ui/button";
import { toast } from "@/ui/toast";
import { type InboxItem, sentenceFor } from "./sentence";

/** Pages that show it by themselves. */
function isShown({ appointmentId }: InboxItem): boolean {
  const { pathname } = location;
  return (
    document.visibilityState === "hidden" ||
    pathname === "/notifications" ||
    pathname === `/appointments/${appointmentId}` ||
    pathname.startsWith("/book")
  );
}

/** Says in a corner what a notification that has just come says. */
export async function announce(item: InboxItem): Promise<void> {
  if (isShown(item)) {
    return;
  }
  const [{ data }] = await Promise.all([
    api.GET("/api/v1/appointments/{id}", { params: { path: { id: item.appointmentId } } }),
    loadMessages("notifications"),
  ]);
  const words = formats(localeOf(i18n.locale as Language));
  toast(
    <>
      {sentenceFor(item, data, has("DOCTOR"), i18n, words)}{" "}
      <TextLink
        to="/appointments/$appointmentId"
        params={{ appointmentId: item.appointmentId }}
        className="!text-current font-semibold"
      >
        <Trans>Look</Trans>
      </TextLink>
    </>,
  );
}
