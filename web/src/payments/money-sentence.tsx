import { Trans } from "@lingui/react/macro";
import { useFormats } from "@/language/formats";
import type { Money } from "./money";
import type { Payment } from "./words";

/** Says where the money is. */
export function MoneySentence({
  money,
  amount,
}: {
  money: Money;
  amount: NonNullable<Payment["amount"]>;
}) {
  const formats = useFormats();
  const sum = formats.money(amount);
  if (amount.amountMinor === 0) {
    return <Trans>There was nothing to pay.</Trans>;
  }
  switch (money) {
    case "nothing":
      return <Trans>Nothing was charged.</Trans>;
    case "underway":
      return <Trans>{sum} is being taken.</Trans>;
    case "paid":
      return <Trans>{sum} was paid.</Trans>;
    case "returning":
      return <Trans>Whatever was taken is being given back. You need not do anything.</Trans>;
    case "delayed":
      return (
        <Trans>
          The bank has not taken the refund of {sum} yet. It is tried again until it is done; you
          need not do anything.
        </Trans>
      );
    case "returned":
      return <Trans>{sum} was given back in full.</Trans>;
  }
}
