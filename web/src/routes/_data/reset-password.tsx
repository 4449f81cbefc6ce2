import { createFileRoute } from "@tanstack/react-router";
import { ResetPasswordPage } from "@/account/reset-password-page";
import { withMessages } from "@/app/guard";

export const Route = createFileRoute("/_data/reset-password")({
  beforeLoad: withMessages("account"),
  component: ResetPasswordPage,
});
