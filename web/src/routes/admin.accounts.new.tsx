import { createFileRoute } from "@tanstack/react-router";
import { NewAccountPage } from "@/admin/new-account-page";

export const Route = createFileRoute("/admin/accounts/new")({ component: NewAccountPage });
