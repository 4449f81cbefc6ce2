import { createFileRoute } from "@tanstack/react-router";
import { AccountPage } from "@/admin/account-page";

export const Route = createFileRoute("/admin/accounts/$accountId")({ component: AccountPage });
