import { Trans, useLingui } from "@lingui/react/macro";
import { plusDays } from "@/language/days";
import { Button } from "@/ui/button";

/** Goes a day or a week on or back, to today, or to any day. */
export function PeriodChoice({
  date,
  today,
  step,
  onChange,
}: {
  date: string;
  today: string;
  step: 1 | 7;
  onChange: (date: string) => void;
}) {
  const { t } = useLingui();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button small look="secondary" onClick={() => onChange(plusDays(date, -step))}>
        <Trans>Earlier</Trans>
      </Button>
      <Button small look="secondary" disabled={date === today} onClick={() => onChange(today)}>
        <Trans>Today</Trans>
      </Button>
      <Button small look="secondary" onClick={() => onChange(plusDays(date, step))}>
        <Trans>Later</Trans>
      </Button>
      <input
        type="date"
        aria-label={t`Go to a day`}
        value={date}
        required
        onChange={(event) => event.target.value && onChange(event.target.value)}
        className="min-h-9 rounded-md bg-surface px-3 text-sm ring-1 ring-edge"
      />
    </div>
  );
}
