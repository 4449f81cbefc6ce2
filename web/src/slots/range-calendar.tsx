import { type CalendarDate, parseDate } from "@internationalized/date";
import { I18nProvider } from "react-aria-components/I18nProvider";
import {
  RangeCalendar as AriaRangeCalendar,
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from "react-aria-components/RangeCalendar";
import { useFormats } from "@/language/formats";

export interface DateRange {
  /** As 2026-12-01 */
  from: string;
  /** Inclusive */
  to: string;
}

const arrow =
  "grid size-11 place-items-center rounded-md text-accent hover:bg-accent-soft disabled:opacity-40";

/** A month in which one chooses a first and a last day. */
export function RangeCalendar({
  label,
  value,
  onChange,
  min,
  max,
}: {
  label: string;
  value: DateRange | null;
  onChange: (range: DateRange) => void;
  min: string;
  max: string;
}) {
  const { locale } = useFormats();
  return (
    <I18nProvider locale={locale}>
      <AriaRangeCalendar<CalendarDate>
        aria-label={label}
        value={value && { start: parseDate(value.from), end: parseDate(value.to) }}
        onChange={({ start, end }) => onChange({ from: start.toString(), to: end.toString() })}
        minValue={parseDate(min)}
        maxValue={parseDate(max)}
        className="w-full max-w-sm"
      >
        <header className="mb-2 flex items-center justify-between">
          <Button slot="previous" className={arrow}>
            <span aria-hidden="true" className="rtl:rotate-180">
              ←
            </span>
          </Button>
          <Heading className="font-semibold" />
          <Button slot="next" className={arrow}>
            <span aria-hidden="true" className="rtl:rotate-180">
              →
            </span>
          </Button>
        </header>
        <CalendarGrid className="w-full border-separate border-spacing-y-1">
          <CalendarGridHeader>
            {(day) => (
              <CalendarHeaderCell className="pb-1 text-sm font-normal text-soft">
                {day}
              </CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className={[
                  "grid h-10 cursor-pointer place-items-center hover:rounded-md hover:bg-sunken",
                  "data-[selected]:bg-accent-soft data-[selected]:text-accent-strong",
                  "data-[selection-start]:rounded-s-md data-[selection-start]:bg-accent data-[selection-start]:text-on-accent",
                  "data-[selection-end]:rounded-e-md data-[selection-end]:bg-accent data-[selection-end]:text-on-accent",
                  "data-[disabled]:cursor-default data-[disabled]:text-soft data-[disabled]:opacity-50",
                  "data-[outside-month]:invisible",
                  "data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-1 data-[focus-visible]:outline-accent",
                ].join(" ")}
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </AriaRangeCalendar>
    </I18nProvider>
  );
}
