import { createFileRoute } from "@tanstack/react-router";
import { HealthPage } from "@/admin/health-page";

export const Route = createFileRoute("/_data/admin/health")({ component: HealthPage });
