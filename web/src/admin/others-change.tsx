import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { Cell, RowHead, Table } from "@/ui/table";
import { type DoctorValues, differing } from "./doctor-values";

/** What somebody else has saved meanwhile, beside what is in the form. */
export function OthersChange({
  theirs,
  ours,
  onTake,
}: {
  theirs: DoctorValues;
  ours: DoctorValues;
  onTake: () => void;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  const names: Record<keyof DoctorValues, string> = {
    name: t`Name`,
    specialization: t`Speciality`,
    amount: t`Fee`,
    currency: t`Currency`,
    zone: t`Time zone`,
    languages: t`Languages`,
    location: t`Place`,
    about: t`About`,
    accountId: t`Account`,
  };
  const shown = (name: keyof DoctorValues, values: DoctorValues) =>
    name === "languages"
      ? formats.list(values.languages.map(formats.languageName))
      : String(values[name]) || "–";
  return (
    <div
      ref={element}
      role="alert"
      tabIndex={-1}
      className="grid grid-cols-1 gap-4 rounded-lg bg-warn-soft p-5"
    >
      <p className="font-medium text-warn">
        <Trans>
          Somebody has changed this doctor meanwhile. Nothing of yours was saved, and nothing of it
          is lost.
        </Trans>
      </p>
      <Table label={t`What differs`} heads={["", t`Saved by them`, t`In your form`]}>
        {differing(theirs, ours).map((name) => (
          <tr key={name}>
            <RowHead className="!min-w-0">{names[name]}</RowHead>
            <Cell>
              <bdi>{shown(name, theirs)}</bdi>
            </Cell>
            <Cell>
              <bdi>{shown(name, ours)}</bdi>
            </Cell>
          </tr>
        ))}
      </Table>
      <div>
        <Button look="secondary" onClick={onTake}>
          <Trans>Take theirs</Trans>
        </Button>
      </div>
    </div>
  );
}
