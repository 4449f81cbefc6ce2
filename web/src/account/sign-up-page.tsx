import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function SignUpPage() {
  const { t } = useLingui();
  return <Page title={t`Sign up`}>{null}</Page>;
}
