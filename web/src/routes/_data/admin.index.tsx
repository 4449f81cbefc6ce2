import { createFileRoute } from "@tanstack/react-router";
import { OverviewPage } from "@/admin/overview-page";

export const Route = createFileRoute("/_data/admin/")({ component: OverviewPage });
