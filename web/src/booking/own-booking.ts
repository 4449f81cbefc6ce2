import { $api } from "@/api/client";
import { plusDays } from "@/language/days";

/**
 * The reader's own booking of a slot that is not free: it may be theirs already, from another tab or
 * from a request whose answer got lost.
 */
export function useOwnBooking(slotId: string, date: string, enabled: boolean) {
  return $api.useQuery(
    "get",
    "/api/v1/appointments",
    {
      params: {
        // A day more on both sides: the doctor's days are not UTC's.
        query: {
          from: plusDays(date, -1),
          to: plusDays(date, 1),
          status: ["PENDING", "CONFIRMED"],
          limit: 100,
        },
      },
    },
    {
      enabled,
      staleTime: 0,
      select: (page) => page.items.find((it) => it.slotId === slotId) ?? null,
    },
  );
}
