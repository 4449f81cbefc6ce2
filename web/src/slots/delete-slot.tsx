import { Trans, useLingui } from "@lingui/react/macro";
import { $api, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import { useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Notice, Refusal } from "@/ui/feedback";
import { type EditedDoctor, useSlotsChanged } from "./free-slots";

/** Asks whether to delete one time, and does it. */
export function DeleteSlot({
  doctor,
  slot,
  onClose,
}: {
  doctor: EditedDoctor;
  slot: Schemas["SlotView"] | null;
  onClose: (deleted: boolean) => void;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const changed = useSlotsChanged();
  const remove = $api.useMutation("delete", "/api/v1/doctors/{doctorId}/slots/{slotId}", {
    onSettled: changed,
  });
  const close = (deleted: boolean) => {
    remove.reset();
    onClose(deleted);
  };
  const confirm = () =>
    slot &&
    remove.mutate(
      { params: { path: { doctorId: doctor.id, slotId: slot.id } } },
      {
        onSuccess: () => close(true),
        // Gone already is as good.
        onError: (error) => isProblem(error, "not-found") && close(true),
      },
    );
  const taken = isProblem(remove.error, "slot-taken");
  return (
    <Dialog
      open={slot !== null}
      onClose={() => slot && close(false)}
      title={t`Delete this time?`}
      actions={
        <>
          {!taken && (
            <Button look="danger" busy={remove.isPending} onClick={confirm}>
              {remove.isPending ? <Trans>Deleting…</Trans> : <Trans>Delete</Trans>}
            </Button>
          )}
          <Button look="secondary" onClick={() => close(false)}>
            {taken ? <Trans>Close</Trans> : <Trans>Keep</Trans>}
          </Button>
        </>
      }
    >
      {slot && (
        <p>
          {formats.date(slot.startsAt, doctor.zone)}, {formats.time(slot.startsAt, doctor.zone)}
          {" – "}
          {formats.time(slot.endsAt, doctor.zone)}
        </p>
      )}
      {taken ? (
        <Notice tone="danger" live>
          <Trans>Somebody is booking this time, or has booked it. It stays.</Trans>
        </Notice>
      ) : (
        <>
          <p className="text-soft">
            <Trans>Nobody has booked it. It cannot be booked any more.</Trans>
          </p>
          <Refusal error={remove.error} />
        </>
      )}
    </Dialog>
  );
}
