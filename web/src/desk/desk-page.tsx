import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function DeskPage() {
  const { t } = useLingui();
  return <Page title={t`My day`}>{null}</Page>;
}
