import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function AppointmentsPage() {
  const { t } = useLingui();
  return <Page title={t`Appointments`}>{null}</Page>;
}
