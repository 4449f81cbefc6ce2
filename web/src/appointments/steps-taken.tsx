import { useLingui } from "@lingui/react";
import { Moment } from "@/ui/moment";
import { type Appointment, historyOf } from "./words";

/** What has happened, oldest first. */
export function StepsTaken({ steps }: { steps: Appointment["steps"] }) {
  const { i18n } = useLingui();
  return (
    <ol className="grid gap-3 border-s-2 border-line ps-5">
      {historyOf(steps).map(({ step, outcome, at, words }) => (
        <li key={`${step} ${outcome} ${at}`}>
          <p>{i18n._(words)}</p>
          <p className="text-sm text-soft">
            <Moment at={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
