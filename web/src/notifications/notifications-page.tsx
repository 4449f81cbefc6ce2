import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function NotificationsPage() {
  const { t } = useLingui();
  return <Page title={t`Notifications`}>{null}</Page>;
}
