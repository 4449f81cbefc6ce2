import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/api/client";
import type { formats } from "@/language/formats";

export type InboxItem = Schemas["InboxItemView"];

/** What may be known of the appointment beside the item. */
export type About = Pick<Schemas["AppointmentView"], "doctor" | "patient" | "zone"> & {
  cancellationReason?: Schemas["AppointmentView"]["cancellationReason"];
};

/**
 * What has happened, in the reader's words; the service's own where it speaks of something this
 * release does not know.
 *
 * @param asDoctor whether the reader is the appointment's doctor
 */
export function sentenceFor(
  item: Pick<InboxItem, "kind" | "startsAt" | "text">,
  about: About | undefined,
  asDoctor: boolean,
  i18n: I18n,
  { moment }: Pick<ReturnType<typeof formats>, "moment">,
): string {
  const other = about && (asDoctor ? about.patient : about.doctor).name;
  // A doctor's day is in the practice's zone.
  const when = moment(item.startsAt, asDoctor ? about?.zone : undefined);
  switch (item.kind as string) {
    case "APPOINTMENT_CONFIRMED":
      if (asDoctor) {
        return other
          ? i18n._(msg`${other} has booked ${when}.`)
          : i18n._(msg`A new appointment: ${when}.`);
      }
      return other
        ? i18n._(msg`Your appointment with ${other} is confirmed: ${when}.`)
        : i18n._(msg`Your appointment is confirmed: ${when}.`);
    case "APPOINTMENT_CANCELLED":
      return cancelled(about?.cancellationReason, other, when, asDoctor, i18n);
    default:
      return item.text;
  }
}

function cancelled(
  reason: About["cancellationReason"],
  other: string | undefined,
  when: string,
  asDoctor: boolean,
  i18n: I18n,
): string {
  const byOther = asDoctor ? "CANCELLED_BY_PATIENT" : "CANCELLED_BY_DOCTOR";
  if (other && reason === byOther) {
    return i18n._(msg`${other} has cancelled the appointment: ${when}.`);
  }
  return other
    ? i18n._(msg`The appointment with ${other} is cancelled: ${when}.`)
    : i18n._(msg`The appointment is cancelled: ${when}.`);
}
