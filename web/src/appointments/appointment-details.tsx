import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { isUnsettled } from "@/payments/money";
import { usePaymentOf } from "@/payments/payment-of";
import { useAccount } from "@/session/session";
import { Button, ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { Card, Fact, Facts, Page } from "@/ui/page";
import { CancelDialog } from "./cancel-dialog";
import { ConversationLink } from "./conversation-link";
import { PaymentFacts } from "./payment-facts";
import { StatusBadge } from "./status-badge";
import { StepsTaken } from "./steps-taken";
import { isOpen, othersOf, viewerOf } from "./viewer";
import { When } from "./when";
import { type Appointment, modeWords, whyCancelled } from "./words";

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
          {reason && <Notice>{i18n._(whyCancelled(reason, viewer))}</Notice>}
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
        <div className="grid gap-6">
          {viewer !== "doctor" && (
            <Card className="grid gap-5">
              <h2>
                <Trans>Payment</Trans>
              </h2>
              <PaymentFacts appointment={appointment} payment={payment} viewer={viewer} />
            </Card>
          )}
          <Card className="grid gap-5">
            <h2>
              <Trans>What has happened</Trans>
            </h2>
            <StepsTaken steps={appointment.steps} />
          </Card>
        </div>
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
