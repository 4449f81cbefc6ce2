import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function AdminPage() {
  const { t } = useLingui();
  return <Page title={t`Administration`}>{null}</Page>;
}
