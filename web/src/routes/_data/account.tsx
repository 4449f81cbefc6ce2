import { createFileRoute } from "@tanstack/react-router";
import { AccountPage } from "@/account/account-page";
import { guard } from "@/app/guard";

export const Route = createFileRoute("/_data/account")({
  beforeLoad: guard("account"),
  component: AccountPage,
});
