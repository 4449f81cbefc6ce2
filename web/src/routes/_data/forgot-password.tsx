import { createFileRoute } from "@tanstack/react-router";
import { ForgotPasswordPage } from "@/account/forgot-password-page";
import { withMessages } from "@/app/guard";

export const Route = createFileRoute("/_data/forgot-password")({
  beforeLoad: withMessages("account"),
  component: ForgotPasswordPage,
});
