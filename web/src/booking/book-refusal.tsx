import { Trans, useLingui } from "@lingui/react/macro";
import type { Schemas } from "@/api/client";
import { sentenceOf } from "@/api/problem";
import { useFormats } from "@/language/formats";
import { TextLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { newFeeOf, refusalOf } from "./refusals";

/** Why the booking was not taken, and what to do about it. */
export function BookRefusal({
  error,
  shownFee,
}: {
  error: unknown;
  shownFee: Schemas["Fee"] | null;
}) {
  const { i18n } = useLingui();
  const formats = useFormats();
  if (!error) {
    return null;
  }
  const refusal = refusalOf(error);
  const fee = newFeeOf(error);
  if (fee && shownFee) {
    return (
      <Notice tone="warn" live>
        <Trans>
          The fee has changed while you were booking: it was {formats.money(shownFee)} and is{" "}
          <strong>{formats.money(fee)}</strong> now. Nothing was booked. Book again if that is all
          right.
        </Trans>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" live>
      <p>{sentenceOf(error, i18n)}</p>
      {refusal === "unknown" && (
        <p className="mt-2">
          <Trans>
            We do not know whether your booking has arrived. Send it again: it is booked and paid
            once only, however often you send it.
          </Trans>
        </p>
      )}
      {(refusal === "overlap" || refusal === "holds") && (
        <p className="mt-2">
          <TextLink to="/appointments" className="!text-current">
            <Trans>See your appointments</Trans>
          </TextLink>
        </p>
      )}
    </Notice>
  );
}
