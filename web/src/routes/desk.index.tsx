import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { DeskPage } from "@/desk/desk-page";

export const Route = createFileRoute("/desk/")({
  beforeLoad: guard("desk", "DOCTOR"),
  component: DeskPage,
});
