import { useLingui } from "@lingui/react";
import { Badge } from "@/ui/feedback";
import { type PaymentStatus, paymentTones, paymentWords } from "./words";

export function PaymentBadge({ status }: { status: PaymentStatus }) {
  const { i18n } = useLingui();
  return <Badge tone={paymentTones[status]}>{i18n._(paymentWords[status])}</Badge>;
}
