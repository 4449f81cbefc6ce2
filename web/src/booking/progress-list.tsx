import { useLingui } from "@lingui/react/macro";
import { classes } from "@/ui/classes";
import type { Progress, Stage } from "./progress";

const marks: Record<Progress, string> = {
  waiting: "bg-line text-soft",
  now: "bg-accent-soft text-accent-strong ring-2 ring-accent animate-pulse",
  asked: "bg-warn-soft text-warn ring-2 ring-warn",
  done: "bg-accent text-on-accent",
  failed: "bg-danger-soft text-danger ring-2 ring-danger",
  undone: "bg-sunken text-soft ring-1 ring-edge",
};

const signs: Record<Progress, string> = {
  waiting: "",
  now: "…",
  asked: "!",
  done: "✓",
  failed: "✕",
  undone: "↺",
};

/** The stages of a booking, the one it is at marked. Said aloud by the page, not by the list. */
export function ProgressList({ stages }: { stages: { stage: Stage; progress: Progress }[] }) {
  const { t } = useLingui();
  const names: Record<Stage, Record<Progress, string>> = {
    HOLD_SLOT: {
      waiting: t`Hold the time`,
      now: t`The time is being held`,
      asked: t`The time is being held`,
      done: t`The time is held for you`,
      failed: t`The time could not be held`,
      undone: t`The time was released`,
    },
    TAKE_PAYMENT: {
      waiting: t`Take the payment`,
      now: t`The payment is being taken`,
      asked: t`Your bank waits for your confirmation`,
      done: t`The payment was taken`,
      failed: t`The payment did not succeed`,
      undone: t`The payment was given back`,
    },
    BOOK_SLOT: {
      waiting: t`Book the time`,
      now: t`The time is being booked`,
      asked: t`The time is being booked`,
      done: t`The time is yours`,
      failed: t`Somebody else had the time by then`,
      undone: t`The time was released`,
    },
    CONFIRM: {
      waiting: t`Confirm by e-mail`,
      now: t`The confirmation is on its way to your e-mail`,
      asked: t`The confirmation is on its way to your e-mail`,
      done: t`Confirmed, and sent to your e-mail`,
      failed: t`The confirmation could not be sent`,
      undone: t`The cancellation was sent to your e-mail`,
    },
  };
  return (
    <ol aria-label={t`Progress`} className="grid gap-4">
      {stages.map(({ stage, progress }) => (
        <li
          key={stage}
          aria-current={progress === "now" || progress === "asked" ? "step" : undefined}
          className="flex items-center gap-3"
        >
          <span
            aria-hidden="true"
            className={classes(
              "grid size-8 shrink-0 place-items-center rounded-full text-sm font-semibold",
              marks[progress],
            )}
          >
            {signs[progress]}
          </span>
          <span
            className={classes(
              progress === "waiting" && "text-soft",
              (progress === "now" || progress === "asked") && "font-semibold",
              progress === "undone" && "text-soft",
            )}
          >
            {names[stage][progress]}
          </span>
        </li>
      ))}
    </ol>
  );
}
