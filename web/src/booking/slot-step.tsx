import { Trans } from "@lingui/react/macro";
import type { Schemas } from "@/api/client";
import { ButtonLink } from "@/ui/button";
import { Card } from "@/ui/page";

/** The time was chosen on the doctor's page; here it is seen once more beside the summary. */
export function SlotStep({ doctor, slotId }: { doctor: Schemas["DoctorView"]; slotId: string }) {
  return (
    <Card className="grid gap-5">
      <p>
        <Trans>
          Is this the right time? You are asked for a few details and the payment next; it takes a
          minute.
        </Trans>
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink
          to="/book/$slotId"
          params={{ slotId }}
          search={(before) => ({ ...before, step: "details" })}
        >
          <Trans>Continue</Trans>
        </ButtonLink>
        <ButtonLink look="secondary" to="/doctors/$doctorId" params={{ doctorId: doctor.id }}>
          <Trans>Choose another time</Trans>
        </ButtonLink>
      </div>
    </Card>
  );
}
