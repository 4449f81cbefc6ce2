import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { CancelDialog } from "@/appointments/cancel-dialog";
import { When } from "@/appointments/when";
import type { Appointment } from "@/appointments/words";
import { useFormats } from "@/language/formats";
import type { Payment } from "@/payments/words";
import { Button, TextLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { BankStep } from "./bank-step";
import { Confirmed } from "./confirmed";
import { useNow } from "./countdown";
import { Ended } from "./ended";
import { Hold } from "./hold";
import { heldUntil, isLate, isStopped, outcomeOf, progressOf } from "./progress";
import { ProgressList } from "./progress-list";

function useTitleOf(appointment: Appointment, payment: Payment | null | undefined): string {
  const { t } = useLingui();
  switch (outcomeOf(appointment, payment)) {
    case "running":
      return t`Your booking is under way`;
    case "asked":
      return t`Confirm your payment`;
    case "confirmed":
      return t`Your appointment is confirmed`;
    default:
      if (isStopped(appointment)) {
        return t`You stopped this booking`;
      }
      return appointment.cancellationReason?.startsWith("CANCELLED_BY")
        ? t`This appointment is cancelled`
        : t`This booking did not come about`;
  }
}

/** It takes longer than usual, or the services do not answer: what is certain nevertheless. */
function Patience({
  appointment,
  until,
  unreachable,
}: {
  appointment: Appointment;
  until: string;
  unreachable: boolean;
}) {
  const booked = appointment.steps.some((it) => it.step === "BOOK_SLOT" && it.outcome === "DONE");
  return (
    <Notice tone="warn" live>
      <p className="font-semibold">
        {unreachable ? (
          <Trans>Carelane does not answer at the moment. This page goes on by itself.</Trans>
        ) : (
          <Trans>This takes longer than usual.</Trans>
        )}
      </p>
      <p className="mt-1">
        {appointment.status === "CANCELLING" ? (
          <Trans>What was paid is given back as soon as the bank answers.</Trans>
        ) : booked ? (
          <Trans>Your time is booked and paid; only the confirmation is not sent yet.</Trans>
        ) : (
          <Trans>Your time is held until {until}.</Trans>
        )}{" "}
        <Trans>
          Nothing is lost: you may close this page. You get a message when it is decided, and find
          the booking among your{" "}
          <TextLink className="!text-current" to="/appointments">
            appointments
          </TextLink>
          .
        </Trans>
      </p>
    </Notice>
  );
}

/** What is not going to happen is not shown; nor a hold that is over, or about to be. */
function hasHappened(
  { stage, progress }: ReturnType<typeof progressOf>[number],
  outcome: ReturnType<typeof outcomeOf>,
): boolean {
  const isHeld = stage === "HOLD_SLOT" && progress === "done";
  return progress !== "waiting" && (outcome === "confirmed" || !isHeld);
}

export function BookingView({
  appointment,
  payment,
  unreachable,
}: {
  appointment: Appointment;
  /** Undefined while it is not known, null before there is one */
  payment: Payment | null | undefined;
  unreachable: boolean;
}) {
  const formats = useFormats();
  const [stopping, setStopping] = useState(false);
  const outcome = outcomeOf(appointment, payment);
  const underWay = outcome === "running" || outcome === "asked";
  const now = useNow(underWay || outcome === "ending");
  const title = useTitleOf(appointment, payment);
  const until = heldUntil(appointment, payment);
  const progress = progressOf(appointment, payment);
  const stages = progress.filter((it) => underWay || hasHappened(it, outcome));
  const paid = progress[1]?.progress === "done";
  return (
    <Page
      title={title}
      narrow
      lead={
        <>
          <bdi>{appointment.doctor.name}</bdi>
          <When {...appointment} />
        </>
      }
    >
      <p role="status" className="sr-only">
        {title}
      </p>
      <div className="grid gap-6">
        {(unreachable || isLate(appointment, payment, now)) && (
          <Patience
            appointment={appointment}
            until={formats.time(new Date(until).toISOString())}
            unreachable={unreachable}
          />
        )}
        {outcome === "asked" && payment && <BankStep appointment={appointment} payment={payment} />}
        {underWay && !paid && <Hold until={until} now={now} />}
        {outcome === "confirmed" && <Confirmed appointment={appointment} />}
        {(outcome === "ending" || outcome === "ended") && (
          <Ended appointment={appointment} payment={payment} />
        )}
        <ProgressList stages={stages} />
        {outcome === "running" && (
          <Button
            look="quiet"
            className="-ms-5 justify-self-start"
            onClick={() => setStopping(true)}
          >
            <Trans>Stop this booking</Trans>
          </Button>
        )}
      </div>
      <CancelDialog
        appointment={appointment}
        payment={payment}
        viewer="patient"
        open={stopping && underWay}
        onClose={() => setStopping(false)}
      />
    </Page>
  );
}
