import type { Appointment } from "./words";

export type Show = "upcoming" | "past" | "cancelled";

/** What is asked of the API for each of the lists; dates are days, so {@link belongs} looks closer. */
export function queryOf(show: Show, today: string, zone: string) {
  // Only regions are known to the API.
  const place = /^[A-Z]\w+\//.test(zone) && !zone.startsWith("Etc/") ? zone : "UTC";
  switch (show) {
    case "upcoming":
      return {
        from: today,
        zone: place,
        status: ["PENDING" as const, "CONFIRMED" as const],
        sort: "startsAt" as const,
      };
    case "past":
      return {
        to: today,
        zone: place,
        status: ["CONFIRMED" as const],
        sort: "-startsAt" as const,
      };
    case "cancelled":
      return {
        status: ["CANCELLING" as const, "CANCELLED" as const],
        sort: "-startsAt" as const,
      };
  }
}

export function belongs(show: Show, appointment: Appointment, now: number): boolean {
  const over = Date.parse(appointment.endsAt) <= now;
  return show === "cancelled" || over === (show === "past");
}
