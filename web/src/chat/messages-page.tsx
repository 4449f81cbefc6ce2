import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function MessagesPage() {
  const { t } = useLingui();
  return <Page title={t`Messages`}>{null}</Page>;
}
