import { useLingui } from "@lingui/react";
import { Badge } from "@/ui/feedback";
import { type Appointment, statusTones, statusWords } from "./words";

export function StatusBadge({ status }: { status: Appointment["status"] }) {
  const { i18n } = useLingui();
  return status ? <Badge tone={statusTones[status]}>{i18n._(statusWords[status])}</Badge> : null;
}
