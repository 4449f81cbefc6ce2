import type { Schemas } from "@/api/client";

/** Whether somebody should look: nobody answers for it, not all are ready, or a route is left alone. */
export function troubled({ instances, routes }: Schemas["ServiceState"]): boolean {
  return (
    instances.length === 0 ||
    instances.some(({ status }) => status !== "UP") ||
    routes.some(({ breaker }) => breaker !== "CLOSED")
  );
}
