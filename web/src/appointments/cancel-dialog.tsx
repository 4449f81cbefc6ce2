import { Trans, useLingui } from "@lingui/react/macro";
import { $api } from "@/api/client";
import { useFormats } from "@/language/formats";
import type { Payment } from "@/payments/words";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Refusal } from "@/ui/feedback";
import { toast } from "@/ui/toast";
import { useTake } from "./refresh";
import type { Viewer } from "./viewer";
import type { Appointment } from "./words";

/** What is given back; today always all of it. */
function Refund({
  appointment,
  payment,
  viewer,
}: {
  appointment: Appointment;
  payment: Payment | null | undefined;
  viewer: Viewer;
}) {
  const formats = useFormats();
  const sum = formats.money(payment?.amount ?? appointment.fee);
  if (appointment.fee.amountMinor === 0) {
    return <Trans>There was nothing to pay, so there is nothing to give back.</Trans>;
  }
  if (appointment.status === "PENDING" && payment?.status !== "CAPTURED") {
    return (
      <Trans>Nothing is charged. Should the bank take it nevertheless, you get it back.</Trans>
    );
  }
  return viewer === "patient" ? (
    <Trans>
      You get back <strong>{sum}</strong>, all that you paid, to the same card.
    </Trans>
  ) : (
    <Trans>
      The patient gets back <strong>{sum}</strong>, all that was paid, and is told by e-mail.
    </Trans>
  );
}

/** Asks once more, and says before what comes of it. */
export function CancelDialog({
  appointment,
  payment,
  viewer,
  open,
  onClose,
}: {
  appointment: Appointment;
  payment: Payment | null | undefined;
  viewer: Viewer;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const take = useTake();
  const cancel = $api.useMutation("post", "/api/v1/appointments/{id}/cancel", {
    networkMode: "always",
    onSuccess: (cancelled) => {
      take(cancelled);
      onClose();
      if (appointment.status === "CONFIRMED") {
        toast(<Trans>The appointment is being cancelled.</Trans>);
      }
    },
  });
  const name = viewer === "patient" ? appointment.doctor.name : appointment.patient.name;
  const close = () => {
    cancel.reset();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={appointment.status === "PENDING" ? t`Stop this booking?` : t`Cancel this appointment?`}
      actions={
        <>
          <Button
            look="danger"
            busy={cancel.isPending}
            onClick={() => cancel.mutate({ params: { path: { id: appointment.id } } })}
          >
            {cancel.isPending ? (
              <Trans>Cancelling…</Trans>
            ) : appointment.status === "PENDING" ? (
              <Trans>Stop the booking</Trans>
            ) : (
              <Trans>Cancel the appointment</Trans>
            )}
          </Button>
          <Button look="secondary" onClick={close}>
            <Trans>Keep it</Trans>
          </Button>
        </>
      }
    >
      <p>
        <bdi className="font-semibold">{name}</bdi>
        <br />
        {formats.moment(appointment.startsAt)}
      </p>
      <p>
        <Refund appointment={appointment} payment={payment} viewer={viewer} />
      </p>
      <p className="text-soft">
        <Trans>The time becomes free for others at once. This cannot be undone.</Trans>
      </p>
      <Refusal error={cancel.error} />
    </Dialog>
  );
}
