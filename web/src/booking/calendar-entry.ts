import type { Appointment } from "@/appointments/words";

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** 2026-12-01T08:00:00Z as 20261201T080000Z */
function instant(at: string | Date): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Lines are 75 octets at most; what is longer goes on in the next, behind a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let written = "";
  let length = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (length + size > 74) {
      written += "\r\n ";
      length = 1;
    }
    written += letter;
    length += size;
  }
  return written;
}

/** An appointment as calendars read it (RFC 5545). */
export function calendarEntry(
  { id, startsAt, endsAt }: Pick<Appointment, "id" | "startsAt" | "endsAt">,
  title: string,
  place: string,
  now: Date,
): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Carelane//EN",
    "BEGIN:VEVENT",
    `UID:${id}@carelane`,
    `DTSTAMP:${instant(now)}`,
    `DTSTART:${instant(startsAt)}`,
    `DTEND:${instant(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === "" ? [] : [`LOCATION:${escaped(place)}`]),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}

export function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
