import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function BookPage() {
  const { t } = useLingui();
  return <Page title={t`Book`}>{null}</Page>;
}
