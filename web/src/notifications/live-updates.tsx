import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { listen } from "./stream";

/** Keeps what is shown current with what happens, as long as someone is signed in. */
export default function LiveUpdates() {
  const queries = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void listen(stop.signal, (event) => {
      const changed =
        event === "appointment"
          ? ["/api/v1/appointments", "/api/v1/payments", "/api/v1/doctors/{doctorId}/slots"]
          : ["/api/v1/notifications"];
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => changed.some((path) => String(queryKey[1]).startsWith(path)),
      });
    });
    return () => stop.abort();
  }, [queries]);
  return null;
}
