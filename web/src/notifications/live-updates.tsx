import { useEffect } from "react";
import { queries } from "@/api/queries";
import { listen, type StreamEvent } from "./stream";

const inbox = ["/api/v1/notifications"];
const bookings = [
  "/api/v1/appointments",
  "/api/v1/payments",
  "/api/v1/doctors/{doctorId}/slots",
  "/api/v1/conversations",
];

/** What may look otherwise after it; all of it where the stream begins anew. */
function changedBy(event: StreamEvent): string[] {
  switch (event) {
    case "appointment":
      return bookings;
    case "notification":
      return inbox;
    default:
      return [...inbox, ...bookings];
  }
}

/** Keeps what is shown current with what happens, as long as someone is signed in. */
export default function LiveUpdates() {
  useEffect(() => {
    const stop = new AbortController();
    void listen(stop.signal, (event, data) => {
      const changed = changedBy(event);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          changed.some((path) => String(queryKey[1]).startsWith(path)) &&
          // Its pages are added to, not loaded again.
          queryKey[1] !== "/api/v1/conversations/{id}/messages",
      });
      if (event === "notification") {
        void import("./announce")
          .then(({ announce }) => announce(data as Parameters<typeof announce>[0]))
          .catch(() => undefined);
      }
    });
    return () => stop.abort();
  }, []);
  return null;
}
