import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { classes } from "@/ui/classes";
import type { Step } from "./steps";
import { steps } from "./steps";

function Mark({ number, done }: { number: number; done: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "grid size-7 sm:size-8 shrink-0 place-items-center rounded-full text-sm font-semibold",
        done
          ? "bg-accent text-on-accent"
          : "bg-line text-ink group-aria-[current=step]:bg-accent group-aria-[current=step]:text-on-accent",
      )}
    >
      {done ? "✓" : number}
    </span>
  );
}

/** Where one is in a booking; one goes back to a step before by its name. */
export function StepIndicator({ current, slotId }: { current: Step; slotId: string }) {
  const { t } = useLingui();
  const names = { slot: t`Time`, details: t`Details`, payment: t`Payment` };
  const at = steps.indexOf(current);
  return (
    <nav aria-label={t`Steps of the booking`}>
      <ol className="flex flex-wrap gap-x-3 gap-y-2 max-sm:text-sm sm:gap-x-6">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={step === current ? "step" : undefined}
            className="group flex items-center gap-1.5 sm:gap-2.5 text-soft aria-[current=step]:font-semibold aria-[current=step]:text-ink"
          >
            <Mark number={index + 1} done={index < at} />
            {index < at ? (
              <Link
                to="/book/$slotId"
                params={{ slotId }}
                search={({ from }) => ({
                  ...(from !== undefined && { from }),
                  ...(step !== "slot" && { step }),
                })}
                className="inline-flex min-h-11 items-center underline decoration-1 underline-offset-4"
              >
                {names[step]}
                <span className="sr-only">
                  , <Trans>done; change</Trans>
                </span>
              </Link>
            ) : (
              <span>{names[step]}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
