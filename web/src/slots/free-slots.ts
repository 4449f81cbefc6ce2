import { useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";

export type EditedDoctor = Pick<Schemas["DoctorView"], "id" | "zone" | "bookable">;

/** For after a change: whatever shows free times looks again. */
export function useSlotsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[1] === "/api/v1/doctors/{doctorId}/slots",
    });
}
