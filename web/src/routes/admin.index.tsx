import { createFileRoute } from "@tanstack/react-router";
import { AdminPage } from "@/admin/admin-page";
import { guard } from "@/app/guard";

export const Route = createFileRoute("/admin/")({
  beforeLoad: guard("admin", "ADMIN"),
  component: AdminPage,
});
