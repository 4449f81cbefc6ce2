import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

/** What is asked again: what a moment's wait may mend. */
function mayHelp(error: unknown): boolean {
  const status = asProblem(error)?.status;
  return status === undefined || status === 503 || status === 504;
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && mayHelp(error),
    },
    // Not by itself: whether it took effect is not known, and only some requests bear repeating.
    mutations: { retry: false },
  },
});
