import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/client";
import { plusDays } from "@/language/days";
import type { Slot } from "./weeks";

/** As many days as the API answers for at once, and how often the next ones are looked at. */
const days = 30;
const windows = 4;

/** The first free slot from that day on, within some four months; null if there is none. */
export function nextFree(doctorId: string, today: string) {
  return queryOptions({
    queryKey: ["next-free", "/api/v1/doctors/{doctorId}/slots", doctorId, today],
    queryFn: async (): Promise<Slot | null> => {
      for (let window = 0; window < windows; window++) {
        const from = plusDays(today, window * (days + 1));
        const { data, error } = await api.GET("/api/v1/doctors/{doctorId}/slots", {
          params: { path: { doctorId }, query: { from, to: plusDays(from, days) } },
        });
        if (error) {
          throw error;
        }
        if (data.items[0]) {
          return data.items[0];
        }
      }
      return null;
    },
  });
}
