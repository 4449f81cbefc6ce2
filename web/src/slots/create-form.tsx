import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useMemo, useState } from "react";
import { $api } from "@/api/client";
import { dateOf, plusDays } from "@/language/days";
import { useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { Refusal } from "@/ui/feedback";
import { Checkbox, FieldError, SelectField, TextField } from "@/ui/field";
import { type Mistake, mistakeIn } from "./checks";
import { Created } from "./created";
import { type EditedDoctor, useSlotsChanged } from "./free-slots";
import { type Plan, preview } from "./plan";
import { PreviewList } from "./preview-list";
import { type DateRange, RangeCalendar } from "./range-calendar";

const durations = [10, 15, 20, 30, 40, 45, 60, 90, 120];

/** How far ahead, in days, times can be made. */
const horizon = 730;

function useWordsOf(): (mistake: Mistake) => string {
  const { t } = useLingui();
  return (mistake) =>
    ({
      "end-before-start": t`The end is before the beginning.`,
      "no-room": t`There is no room for a single time between beginning and end.`,
      "no-day": t`All these days are on a weekend.`,
      "too-many-days": t`Choose a year at most.`,
      "too-many": t`These are more than 20,000 times. Choose fewer days.`,
    })[mistake];
}

/** Makes times on many days at once, and says beforehand what will come. */
export function CreateForm({
  doctor,
  onShow,
}: {
  doctor: EditedDoctor;
  onShow: (date: string) => void;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const wordsOf = useWordsOf();
  const changed = useSlotsChanged();
  const today = dateOf(new Date(), doctor.zone);
  const [range, setRange] = useState<DateRange | null>(null);
  const [hours, setHours] = useState({ startTime: "09:00", endTime: "12:00" });
  const [durationMinutes, setDuration] = useState(30);
  const [excludeWeekends, setExcludeWeekends] = useState(true);
  const [forgotten, setForgotten] = useState(false);
  const create = $api.useMutation("post", "/api/v1/doctors/{doctorId}/slots/bulk", {
    onSettled: changed,
  });
  const plan = useMemo<Plan | null>(
    () =>
      range && hours.startTime && hours.endTime
        ? { dateFrom: range.from, dateTo: range.to, ...hours, durationMinutes, excludeWeekends }
        : null,
    [range, hours, durationMinutes, excludeWeekends],
  );
  const mistake = plan && mistakeIn(plan);
  const days = useMemo(
    () => (plan && !mistake ? preview(plan, doctor.zone, Date.now()) : []),
    [plan, mistake, doctor.zone],
  );
  const none = days.length > 0 && days.every((day) => day.count === 0);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setForgotten(!range);
    if (plan && !mistake && !none) {
      create.mutate({ params: { path: { doctorId: doctor.id } }, body: plan });
    }
  };
  const errorOf = (...mistakes: Mistake[]) =>
    mistake && mistakes.includes(mistake) ? wordsOf(mistake) : undefined;
  const rangeError =
    errorOf("no-day", "too-many-days", "too-many") ??
    (none ? t`These times have passed.` : undefined) ??
    (forgotten && !range ? t`Choose the days.` : undefined);
  return (
    <form
      onSubmit={send}
      className="grid gap-8 md:grid-cols-2 lg:grid-cols-[20rem_1fr_1fr]"
      noValidate
    >
      <div className="grid content-start gap-2">
        <p className="font-medium">
          <Trans>Days</Trans>
        </p>
        <p className="text-sm text-soft">
          <Trans>Choose the first day, then the last.</Trans>
        </p>
        <RangeCalendar
          label={t`Days`}
          value={range}
          onChange={(chosen) => {
            setRange(chosen);
            setForgotten(false);
            create.reset();
          }}
          min={today}
          max={plusDays(today, horizon)}
        />
        {rangeError && <FieldError>{rangeError}</FieldError>}
      </div>
      <div className="grid content-start gap-4">
        <div className="grid grid-cols-2 gap-4">
          <TextField
            label={t`From`}
            type="time"
            required
            value={hours.startTime}
            error={hours.startTime ? undefined : t`Give a time.`}
            onChange={(event) => setHours({ ...hours, startTime: event.target.value })}
          />
          <TextField
            label={t`Until`}
            type="time"
            required
            value={hours.endTime}
            error={hours.endTime ? errorOf("end-before-start", "no-room") : t`Give a time.`}
            onChange={(event) => setHours({ ...hours, endTime: event.target.value })}
          />
        </div>
        <SelectField
          label={t`Each time lasts`}
          value={durationMinutes}
          onChange={(event) => setDuration(Number(event.target.value))}
        >
          {durations.map((minutes) => (
            <option key={minutes} value={minutes}>
              {formats.minutes(minutes)}
            </option>
          ))}
        </SelectField>
        <Checkbox
          label={t`Not at weekends`}
          hint={t`Saturday and Sunday stay free.`}
          checked={excludeWeekends}
          onChange={(event) => setExcludeWeekends(event.target.checked)}
        />
      </div>
      <div className="grid content-start gap-4">
        <h3>
          <Trans>What will come</Trans>
        </h3>
        {days.length > 0 && !none ? (
          <PreviewList days={days} />
        ) : (
          <p className="text-soft">
            <Trans>Choose days and hours to see which times they make.</Trans>
          </p>
        )}
        <Refusal error={create.error} />
        <Button type="submit" busy={create.isPending} className="justify-self-start">
          {create.isPending ? <Trans>Creating…</Trans> : <Trans>Create these times</Trans>}
        </Button>
        {create.data && range && (
          <Created answer={create.data} zone={doctor.zone} onShow={() => onShow(range.from)} />
        )}
      </div>
    </form>
  );
}
