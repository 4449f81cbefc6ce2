import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { modeWords } from "@/appointments/words";
import { Button } from "@/ui/button";
import { Choice, Choices, TextArea } from "@/ui/field";
import type { Draft } from "./draft";

const longest = 1000;

/** How they meet, and why. */
export function DetailsStep({
  draft,
  onChange,
  onDone,
  reasonRefused,
}: {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  onDone: () => void;
  /** Whether these words came back */
  reasonRefused: boolean;
}) {
  const { t, i18n } = useLingui();
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (draft.mode) {
      onDone();
    } else {
      event.currentTarget.querySelector("input")?.focus();
    }
  };
  const hints = {
    IN_PERSON: t`You come to the doctor’s practice.`,
    VIDEO: t`You talk from where you are, with a camera.`,
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <Choices
        label={t`How do you want to meet?`}
        error={tried && !draft.mode ? t`Choose how you want to meet` : undefined}
      >
        {(["IN_PERSON", "VIDEO"] as const).map((mode) => (
          <Choice
            key={mode}
            name="mode"
            value={mode}
            label={i18n._(modeWords[mode])}
            hint={hints[mode]}
            checked={draft.mode === mode}
            onChange={() => onChange({ mode })}
          />
        ))}
      </Choices>
      <TextArea
        label={t`What is it about?`}
        hint={t`In your own words. Only the doctor and the clinic can read it.`}
        optional
        name="reason"
        maxLength={longest}
        value={draft.reason}
        error={
          reasonRefused
            ? t`This cannot be sent: it is too long, or has characters that are not allowed. Please write it anew.`
            : undefined
        }
        onChange={(event) => onChange({ reason: event.target.value })}
      />
      <Button type="submit" className="sm:justify-self-start">
        <Trans>Continue to payment</Trans>
      </Button>
    </form>
  );
}
