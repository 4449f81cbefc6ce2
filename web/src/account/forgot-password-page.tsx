import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function ForgotPasswordPage() {
  const { t } = useLingui();
  return <Page title={t`Forgotten password`}>{null}</Page>;
}
