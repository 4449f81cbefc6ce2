import { createFileRoute } from "@tanstack/react-router";
import { NewAccountPage } from "@/admin/new-account-page";

export const Route = createFileRoute("/_data/admin/accounts/new")({ component: NewAccountPage });
