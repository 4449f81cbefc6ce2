import { Trans, useLingui } from "@lingui/react/macro";
import type { FormEvent } from "react";
import type { Schemas } from "@/api/client";
import { useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { Choice, Choices } from "@/ui/field";
import { BookRefusal } from "./book-refusal";
import { cards } from "./cards";

/** The sandbox's payment form: there is no provider of payments yet. */
export function PaymentStep({
  fee,
  card,
  onCard,
  onPay,
  busy,
  error,
  cardRefused,
  shownFee,
}: {
  fee: Schemas["Fee"];
  card: string;
  onCard: (token: string) => void;
  onPay: () => void;
  busy: boolean;
  error: unknown;
  cardRefused: boolean;
  /** That of the request that was refused */
  shownFee: Schemas["Fee"] | null;
}) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const free = fee.amountMinor === 0;
  const sum = formats.money(fee);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) {
      onPay();
    }
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      {free ? (
        <Notice tone="good">
          <Trans>There is nothing to pay for this appointment.</Trans>
        </Notice>
      ) : (
        <>
          <Notice tone="warn">
            <Trans>
              This is a sandbox: no money is moved, and no card is asked for. Choose a test card by
              what it does.
            </Trans>
          </Notice>
          <Choices
            label={t`Test card`}
            error={cardRefused ? t`This card is not accepted here. Choose another.` : undefined}
          >
            <div className="grid gap-2 sm:grid-cols-2">
              {cards.map(({ token, name, does }) => (
                <Choice
                  key={token}
                  name="card"
                  value={token}
                  label={i18n._(name)}
                  hint={i18n._(does)}
                  checked={card === token}
                  onChange={() => onCard(token)}
                />
              ))}
            </div>
          </Choices>
        </>
      )}
      <BookRefusal error={cardRefused ? null : error} shownFee={shownFee} />
      <div className="grid gap-3">
        <Button type="submit" busy={busy} className="sm:justify-self-start">
          {busy ? (
            <Trans>Booking…</Trans>
          ) : free ? (
            <Trans>Book</Trans>
          ) : (
            <Trans>Book and pay {sum}</Trans>
          )}
        </Button>
        <p className="text-sm text-soft">
          <Trans>
            The time is held for you while you pay. If anything goes wrong you get everything back,
            and you can cancel until the appointment begins.
          </Trans>
        </p>
      </div>
    </form>
  );
}
