import { createFileRoute } from "@tanstack/react-router";
import { WithData } from "@/app/with-data";

/** Around all pages that ask the API; the others load without the cache of its answers. */
export const Route = createFileRoute("/_data")({ component: WithData });
