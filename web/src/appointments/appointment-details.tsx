import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormats } from "@/language/formats";
import { isUnsettled, moneyOf } from "@/payments/money";
import { MoneySentence } from "@/payments/money-sentence";
import { PaymentBadge } from "@/payments/payment-badge";
import { usePaymentOf } from "@/payments/payment-of";
import { methodOf } from "@/payments/words";
import { useAccount } from "@/session/session";
import { Button, ButtonLink, TextLink } from "@/ui/button";
import { Failed, Notice, Skeleton } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { Card, Fact, Facts, Page } from "@/ui/page";
import { CancelDialog } from "./cancel-dialog";
import { ConversationLink } from "./conversation-link";
import { StatusBadge } from "./status-badge";
import { StepsTaken } from "./steps-taken";
import { isOpen, othersOf, type Viewer, viewerOf } from "./viewer";
import { When } from "./when";
import { type Appointment, modeWords, reasonWords } from "./words";

function Payment({
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

export function AppointmentDetails({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useLingui();
  const viewer = viewerOf(useAccount(), appointment);
  const [cancelling, setCancelling] = useState(false);
  const payment = usePaymentOf(appointment.id, (found) => (isUnsettled(found) ? 2_000 : false));
  const reason = appointment.cancellationReason;
  const names = othersOf(viewer, appointment);
  const open = isOpen(appointment, Date.now());
  return (
    <Page
      title={names.join(" · ")}
      lead={<When {...appointment} />}
      actions={
        <>
          {viewer === "patient" && appointment.status === "PENDING" && (
            <ButtonLink to="/bookings/$appointmentId" params={{ appointmentId: appointment.id }}>
              <Trans>Go on with the booking</Trans>
            </ButtonLink>
          )}
          {viewer === "patient" && appointment.status === "CANCELLED" && (
            <ButtonLink
              look="secondary"
              to="/doctors/$doctorId"
              params={{ doctorId: appointment.doctor.id }}
            >
              <Trans>Book another time</Trans>
            </ButtonLink>
          )}
          <ConversationLink appointment={appointment} viewer={viewer} />
          {open && (
            <Button look="danger" onClick={() => setCancelling(true)}>
              <Trans>Cancel</Trans>
            </Button>
          )}
        </>
      }
    >
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card className="grid gap-5">
          <h2>
            <Trans>Appointment</Trans>
          </h2>
          {reason && <Notice>{i18n._(reasonWords[reason])}</Notice>}
          <Facts>
            <Fact name={t`State`}>
              <StatusBadge status={appointment.status} />
            </Fact>
            {viewer === "clinic" && (
              <>
                <Fact name={t`Patient`}>{appointment.patient.name}</Fact>
                <Fact name={t`Doctor`}>{appointment.doctor.name}</Fact>
              </>
            )}
            <Fact name={t`How`}>{i18n._(modeWords[appointment.mode])}</Fact>
            <Fact name={t`About`}>
              {appointment.reason ? (
                <span className="whitespace-pre-line">{appointment.reason}</span>
              ) : (
                <span className="text-soft">
                  <Trans>Nothing was said</Trans>
                </span>
              )}
            </Fact>
            <Fact name={t`Booked on`}>
              <Moment at={appointment.requestedAt} />
            </Fact>
          </Facts>
        </Card>
        {viewer !== "doctor" && (
          <Card className="grid gap-5">
            <h2>
              <Trans>Payment</Trans>
            </h2>
            <Payment appointment={appointment} payment={payment} viewer={viewer} />
          </Card>
        )}
        <Card className="grid gap-5">
          <h2>
            <Trans>What has happened</Trans>
          </h2>
          <StepsTaken steps={appointment.steps} />
        </Card>
      </div>
      <CancelDialog
        appointment={appointment}
        payment={payment.data}
        viewer={viewer}
        open={cancelling && open}
        onClose={() => setCancelling(false)}
      />
    </Page>
  );
}
