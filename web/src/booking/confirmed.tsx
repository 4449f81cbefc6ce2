import { Trans, useLingui } from "@lingui/react/macro";
import { $api } from "@/api/client";
import { ConversationLink } from "@/appointments/conversation-link";
import { type Appointment, modeWords } from "@/appointments/words";
import { useFormats } from "@/language/formats";
import { useAccount } from "@/session/session";
import { Button, ButtonLink } from "@/ui/button";
import { Card, Fact, Facts } from "@/ui/page";
import { calendarEntry, saveFile } from "./calendar-entry";

/** When and where, and what one may do next. */
export function Confirmed({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const account = useAccount();
  const doctor = $api.useQuery("get", "/api/v1/doctors/{id}", {
    params: { path: { id: appointment.doctor.id } },
  });
  const place = appointment.mode === "IN_PERSON" ? (doctor.data?.location ?? "") : "";
  const name = appointment.doctor.name;
  return (
    <Card className="grid gap-5">
      <Facts>
        <Fact name={t`How`}>{i18n._(modeWords[appointment.mode])}</Fact>
        {place && <Fact name={t`Where`}>{place}</Fact>}
        <Fact name={t`Paid`}>{formats.money(appointment.fee)}</Fact>
        {account && (
          <Fact name={t`Confirmation sent to`}>
            <span dir="ltr">{account.email}</span>
          </Fact>
        )}
      </Facts>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/appointments/$appointmentId" params={{ appointmentId: appointment.id }}>
          <Trans>See the appointment</Trans>
        </ButtonLink>
        <Button
          look="secondary"
          onClick={() =>
            saveFile(
              "appointment.ics",
              calendarEntry(appointment, t`Appointment: ${name}`, place, new Date()),
            )
          }
        >
          <Trans>Add to your calendar</Trans>
        </Button>
        <ConversationLink appointment={appointment} viewer="patient" />
      </div>
    </Card>
  );
}
