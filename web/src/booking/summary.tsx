import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { When } from "@/appointments/when";
import { modeWords } from "@/appointments/words";
import { useFormats } from "@/language/formats";
import { Avatar } from "@/ui/avatar";
import { Card } from "@/ui/page";
import type { Mode } from "./draft";

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

/** What is about to be booked: short where it stands above the form, beside it where there is room. */
export function Summary({
  doctor,
  slot,
  mode,
}: {
  doctor: Schemas["DoctorView"];
  slot: Schemas["SlotView"] | undefined;
  mode: Mode | undefined;
}) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  return (
    <Card className="grid content-start gap-5">
      <div className="flex items-center gap-4">
        <Avatar name={doctor.name} />
        <div className="min-w-0">
          <h2 className="!text-lg" dir="auto">
            {doctor.name}
          </h2>
          <p className="text-soft" dir="auto">
            {doctor.specialization}
          </p>
        </div>
      </div>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-3 lg:grid-cols-1 lg:gap-y-0 lg:[&_dd]:mb-4">
        {slot && (
          <Line name={t`When`}>
            <When {...slot} zone={doctor.zone} />
          </Line>
        )}
        {mode && <Line name={t`How`}>{i18n._(modeWords[mode])}</Line>}
        {doctor.location && mode !== "VIDEO" && <Line name={t`Where`}>{doctor.location}</Line>}
        <Line name={t`Fee`}>
          <span className="font-semibold">{formats.money(doctor.fee)}</span>
        </Line>
      </dl>
    </Card>
  );
}
