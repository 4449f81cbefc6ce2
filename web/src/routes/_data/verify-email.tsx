import { createFileRoute } from "@tanstack/react-router";
import { VerifyEmailPage } from "@/account/verify-email-page";
import { withMessages } from "@/app/guard";

export const Route = createFileRoute("/_data/verify-email")({
  beforeLoad: withMessages("account"),
  component: VerifyEmailPage,
});
