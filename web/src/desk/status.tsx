import { Trans } from "@lingui/react/macro";
import { Badge } from "@/ui/feedback";
import type { Appointment } from "./period";

/** How it stands with an appointment, if it is not simply confirmed. */
export function Status({ appointment }: { appointment: Appointment }) {
  switch (appointment.status) {
    case "PENDING":
      return (
        <Badge tone="warn">
          <Trans>Not paid yet</Trans>
        </Badge>
      );
    case "CANCELLING":
    case "CANCELLED":
      return (
        <Badge>
          <Trans>Cancelled</Trans>
        </Badge>
      );
    default:
      return (
        <Badge tone="good">
          <Trans>Confirmed</Trans>
        </Badge>
      );
  }
}

export function Mode({ mode }: { mode: Appointment["mode"] }) {
  return mode === "VIDEO" ? <Trans>By video</Trans> : <Trans>In person</Trans>;
}
