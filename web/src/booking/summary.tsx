import { useLingui } from "@lingui/react/macro";
import type { Schemas } from "@/api/client";
import { When } from "@/appointments/when";
import { modeWords } from "@/appointments/words";
import { useFormats } from "@/language/formats";
import { Avatar } from "@/ui/avatar";
import { Card, Fact, Facts } from "@/ui/page";
import type { Mode } from "./draft";

/** What is about to be booked. */
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
      <div className="[&_dl]:sm:grid-cols-1 [&_dd]:sm:-mt-4">
        <Facts>
          {slot && (
            <Fact name={t`When`}>
              <When {...slot} zone={doctor.zone} />
            </Fact>
          )}
          {mode && <Fact name={t`How`}>{i18n._(modeWords[mode])}</Fact>}
          {doctor.location && mode !== "VIDEO" && <Fact name={t`Where`}>{doctor.location}</Fact>}
          <Fact name={t`Fee`}>
            <span className="font-semibold">{formats.money(doctor.fee)}</span>
          </Fact>
        </Facts>
      </div>
    </Card>
  );
}
