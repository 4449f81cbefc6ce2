import { Trans } from "@lingui/react/macro";
import { Badge } from "@/ui/feedback";

export function LetterState({ state }: { state: string }) {
  switch (state) {
    case "OPEN":
      return (
        <Badge tone="warn">
          <Trans>To be decided</Trans>
        </Badge>
      );
    case "SENT_AGAIN":
      return (
        <Badge tone="good">
          <Trans>Sent again</Trans>
        </Badge>
      );
    case "DISMISSED":
      return (
        <Badge>
          <Trans>Dismissed</Trans>
        </Badge>
      );
    default:
      return <Badge>{state}</Badge>;
  }
}
