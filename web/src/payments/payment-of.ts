import { $api } from "@/api/client";
import type { Payment } from "./words";

/**
 * The payment of an appointment; null before it was asked for, and for doctors.
 *
 * @param every how often, in ms, it is looked at again, by what is known of it
 */
export function usePaymentOf(
  appointmentId: string,
  every: (payment: Payment | undefined) => number | false = () => false,
) {
  return $api.useQuery(
    "get",
    "/api/v1/payments",
    { params: { query: { appointmentId } } },
    {
      refetchInterval: (query) => every(query.state.data?.items[0]),
      select: (page) => page.items[0] ?? null,
    },
  );
}
