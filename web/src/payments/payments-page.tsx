import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function PaymentsPage() {
  const { t } = useLingui();
  return <Page title={t`Payments`}>{null}</Page>;
}
