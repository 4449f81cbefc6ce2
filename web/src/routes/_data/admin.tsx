import { createFileRoute } from "@tanstack/react-router";
import { AdminFrame } from "@/admin/admin-frame";
import { guard } from "@/app/guard";

export const Route = createFileRoute("/_data/admin")({
  beforeLoad: guard("admin", "ADMIN"),
  component: AdminFrame,
});
