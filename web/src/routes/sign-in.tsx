import { createFileRoute } from "@tanstack/react-router";
import { type Next, nextOf } from "@/account/next";
import { SignInPage } from "@/account/sign-in-page";
import { withMessages } from "@/app/guard";

export const Route = createFileRoute("/sign-in")({
  validateSearch: (search: Record<string, unknown>): Next => nextOf(search),
  beforeLoad: withMessages("account"),
  component: SignInPage,
});
