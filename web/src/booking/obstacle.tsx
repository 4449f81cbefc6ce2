import { Trans } from "@lingui/react/macro";
import type { Schemas } from "@/api/client";
import { useFormats } from "@/language/formats";
import { ButtonLink } from "@/ui/button";
import { Failed, LoadingRows, Notice } from "@/ui/feedback";
import type { useOwnBooking } from "./own-booking";
import { SlotGone } from "./slot-gone";
import type { SlotName } from "./slot-name";

/** The time cannot be booked: it is the reader's already, or somebody else's. */
export function Obstacle({
  own,
  doctor,
  slotId,
  name,
  refused,
}: {
  own: ReturnType<typeof useOwnBooking>;
  doctor: Schemas["DoctorView"];
  slotId: string;
  name: SlotName;
  /** The sentence of the refusal, if it was tried */
  refused: string | undefined;
}) {
  const formats = useFormats();
  if (own.data) {
    return <OwnBooking id={own.data.id} />;
  }
  if (own.isError) {
    return <Failed error={own.error} retry={() => void own.refetch()} />;
  }
  if (own.data === undefined) {
    return <LoadingRows rows={3} className="h-14" />;
  }
  const wallClock = formats.moment(name.wallClock, "UTC");
  return (
    <SlotGone key={slotId} doctor={doctor} slotId={slotId} tried={refused !== undefined}>
      {refused ?? (
        <Trans>
          {wallClock} by the doctor’s clock is not free any more. Please choose another time; what
          you have filled in stays.
        </Trans>
      )}
    </SlotGone>
  );
}

export function OwnBooking({ id }: { id: string }) {
  return (
    <Notice live>
      <p className="mb-3">
        <Trans>You have booked this time already.</Trans>
      </p>
      <ButtonLink small to="/bookings/$appointmentId" params={{ appointmentId: id }}>
        <Trans>Go on with that booking</Trans>
      </ButtonLink>
    </Notice>
  );
}
