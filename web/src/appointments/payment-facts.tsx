import { Trans, useLingui } from "@lingui/react/macro";
import { useFormats } from "@/language/formats";
import { moneyOf } from "@/payments/money";
import { MoneySentence } from "@/payments/money-sentence";
import { PaymentBadge } from "@/payments/payment-badge";
import type { usePaymentOf } from "@/payments/payment-of";
import { methodOf } from "@/payments/words";
import { TextLink } from "@/ui/button";
import { Failed, Skeleton } from "@/ui/feedback";
import { Fact, Facts } from "@/ui/page";
import type { Viewer } from "./viewer";
import type { Appointment } from "./words";

/** What was paid for an appointment, and where the money is. */
export function PaymentFacts({
  appointment,
  payment,
  viewer,
}: {
  appointment: Appointment;
  payment: ReturnType<typeof usePaymentOf>;
  viewer: Viewer;
}) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const ended = appointment.status === "CANCELLING" || appointment.status === "CANCELLED";
  if (payment.isError && !payment.data) {
    return <Failed error={payment.error} retry={() => void payment.refetch()} />;
  }
  if (payment.isPending) {
    return <Skeleton className="h-32" />;
  }
  return (
    <div className="grid gap-4">
      <Facts>
        <Fact name={t`Amount`}>{formats.money(payment.data?.amount ?? appointment.fee)}</Fact>
        {payment.data && (
          <>
            <Fact name={t`State`}>
              <PaymentBadge status={payment.data.status} />
            </Fact>
            <Fact name={t`Paid with`}>{i18n._(methodOf(payment.data.paymentMethod))}</Fact>
          </>
        )}
      </Facts>
      <p>
        <MoneySentence
          money={moneyOf(payment.data ?? undefined, ended)}
          amount={payment.data?.amount ?? appointment.fee}
        />
      </p>
      {viewer === "patient" && payment.data && (
        <p>
          <TextLink to="/payments" search={{ open: payment.data.id }}>
            <Trans>History of the payment</Trans>
          </TextLink>
        </p>
      )}
    </div>
  );
}
