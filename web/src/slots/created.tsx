import { Plural, Trans } from "@lingui/react/macro";
import type { Schemas } from "@/api/client";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { RefusedDays } from "./refused-days";

/** What creating has done. */
export function Created({
  answer: { created, existing, refused },
  zone,
  onShow,
}: {
  answer: Schemas["OpenedSlots"];
  zone: string;
  onShow: () => void;
}) {
  return (
    <Notice tone={refused.length > 0 ? "warn" : "good"} live>
      <p className="font-semibold">
        <Plural value={created} _0="No new time." one="# new time." other="# new times." />
      </p>
      {existing > 0 && (
        <p>
          <Plural value={existing} one="# was there before." other="# were there before." />
        </p>
      )}
      {refused.length > 0 && (
        <>
          <p>
            <Plural
              value={refused.length}
              one="# day got none of them:"
              other="# days got none of them:"
            />
          </p>
          <RefusedDays days={refused} zone={zone} />
        </>
      )}
      <Button small look="secondary" className="mt-3" onClick={onShow}>
        <Trans>Show these days</Trans>
      </Button>
    </Notice>
  );
}
