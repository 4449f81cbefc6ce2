import { keepPreviousData } from "@tanstack/react-query";
import { $api, type Schemas } from "@/api/client";
import type { InboxItem } from "./sentence";

/**
 * The appointments that notifications are of, by id, to say their names: asked for at once by when
 * they are, not each by itself. Of far more than that, some may stay without.
 */
export function useAppointmentsOf(items: InboxItem[]): Map<string, Schemas["AppointmentView"]> {
  const days = items.map((it) => it.startsAt.slice(0, 10)).sort();
  const { data } = $api.useQuery(
    "get",
    "/api/v1/appointments",
    {
      params: {
        query: { from: days[0] ?? "", to: days.at(-1) ?? "", zone: "UTC", limit: 100 },
      },
    },
    { enabled: items.length > 0, placeholderData: keepPreviousData },
  );
  return new Map(data?.items.map((it) => [it.id, it]));
}
