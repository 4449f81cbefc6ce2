import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { $api, api, type Schemas } from "@/api/client";
import { useTake } from "@/appointments/refresh";
import { forgetAttempt, keyFor } from "./attempt";
import { forgetDraft } from "./draft";
import { newFeeOf, refusalOf } from "./refusals";

async function send(body: Schemas["BookRequest"]) {
  const key = keyFor(body);
  const { data, error, response } = await api.POST("/api/v1/appointments", {
    params: { header: { "Idempotency-Key": key } },
    body,
  });
  if (!data) {
    throw error || response;
  }
  return data;
}

/** Sends the booking, and goes where its progress is shown. */
export function useBook(doctorId: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const take = useTake();
  return useMutation({
    // Offline it fails at once: nobody wants it sent by itself some hours later.
    networkMode: "always",
    mutationFn: (body: Schemas["BookRequest"]) => send(body),
    onSuccess: (appointment) => {
      forgetAttempt();
      forgetDraft(doctorId);
      take(appointment);
      return navigate({
        to: "/bookings/$appointmentId",
        params: { appointmentId: appointment.id },
        replace: true,
      });
    },
    onError: (error) => {
      const fee = newFeeOf(error);
      const { queryKey } = $api.queryOptions("get", "/api/v1/doctors/{id}", {
        params: { path: { id: doctorId } },
      });
      if (fee) {
        queries.setQueryData<Schemas["DoctorView"]>(
          queryKey,
          (doctor) => doctor && { ...doctor, fee },
        );
      }
      if (refusalOf(error) === "slot-gone") {
        void queries.invalidateQueries({
          predicate: (query) => query.queryKey[1] === "/api/v1/doctors/{doctorId}/slots",
        });
      }
    },
  });
}
