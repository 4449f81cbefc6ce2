import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { $api } from "@/api/client";
import type { Appointment } from "./words";

const touched = [
  "/api/v1/appointments",
  "/api/v1/payments",
  "/api/v1/doctors/{doctorId}/slots",
  "/api/v1/conversations",
];

/** After a booking or a cancellation: what else it changes is asked for anew. */
function refresh(queries: QueryClient): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => touched.some((path) => String(queryKey[1]).startsWith(path)),
  });
}

export function appointmentQuery(id: string) {
  return $api.queryOptions("get", "/api/v1/appointments/{id}", { params: { path: { id } } });
}

/** Shows an appointment at once as an answer has it. */
export function useTake(): (appointment: Appointment) => void {
  const queries = useQueryClient();
  return (appointment) => {
    queries.setQueryData(appointmentQuery(appointment.id).queryKey, appointment);
    refresh(queries);
  };
}
