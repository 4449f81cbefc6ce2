import { createFileRoute } from "@tanstack/react-router";
import { AccountPage } from "@/admin/account-page";

export const Route = createFileRoute("/_data/admin/accounts/$accountId")({
  component: AccountPage,
});
