import { Trans, useLingui } from "@lingui/react/macro";
import { type Appointment, whyCancelled } from "@/appointments/words";
import { moneyOf } from "@/payments/money";
import { MoneySentence } from "@/payments/money-sentence";
import type { Payment } from "@/payments/words";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { isStopped } from "./progress";

/** Whether the same time may be booked once more; else another is to be chosen. */
function mayTryAgain(appointment: Appointment): boolean {
  return (
    appointment.cancellationReason === "PAYMENT_DECLINED" ||
    appointment.cancellationReason === "PAYMENT_TIMED_OUT" ||
    isStopped(appointment)
  );
}

/** What happened, where the money is, and one way on. */
export function Ended({
  appointment,
  payment,
}: {
  appointment: Appointment;
  payment: Payment | null | undefined;
}) {
  const { i18n } = useLingui();
  const reason = appointment.cancellationReason;
  const stopped = isStopped(appointment);
  return (
    <div className="grid gap-5">
      <Notice tone={reason?.startsWith("CANCELLED_BY") ? "plain" : "danger"}>
        {reason && !stopped && <p>{i18n._(whyCancelled(reason, "patient"))}</p>}
        {payment !== undefined && (
          <p>
            <MoneySentence money={moneyOf(payment ?? undefined, true)} amount={appointment.fee} />
          </p>
        )}
      </Notice>
      {reason === "CONFIRMATION_UNDELIVERABLE" && (
        <p>
          <Trans>Look whether your e-mail address is right before you book again.</Trans>{" "}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {reason === "CONFIRMATION_UNDELIVERABLE" ? (
          <ButtonLink to="/account">
            <Trans>Your account</Trans>
          </ButtonLink>
        ) : mayTryAgain(appointment) ? (
          <ButtonLink
            to="/book/$slotId"
            params={{ slotId: appointment.slotId }}
            search={{ step: "payment", from: appointment.id }}
          >
            {reason === "PAYMENT_DECLINED" ? (
              <Trans>Try another card</Trans>
            ) : (
              <Trans>Book this time again</Trans>
            )}
          </ButtonLink>
        ) : (
          <ButtonLink to="/doctors/$doctorId" params={{ doctorId: appointment.doctor.id }}>
            <Trans>See other times</Trans>
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
