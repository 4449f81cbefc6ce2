import { createFileRoute } from "@tanstack/react-router";
import { type Next, nextOf } from "@/account/next";
import { SignUpPage } from "@/account/sign-up-page";
import { withMessages } from "@/app/guard";

export const Route = createFileRoute("/_data/sign-up")({
  validateSearch: (search: Record<string, unknown>): Next => nextOf(search),
  beforeLoad: withMessages("account"),
  component: SignUpPage,
});
