import { createFileRoute } from "@tanstack/react-router";
import { AccountsPage } from "@/admin/accounts-page";
import { texts, word } from "@/admin/filters";

const roles = ["PATIENT", "DOCTOR", "ADMIN"] as const;

export interface AccountsSearch {
  q?: string;
  role?: (typeof roles)[number];
  cursor?: string;
}

export const Route = createFileRoute("/_data/admin/accounts/")({
  validateSearch: (search: Record<string, unknown>): AccountsSearch => ({
    ...texts(search, "q", "cursor"),
    ...word(search, "role", roles),
  }),
  component: AccountsPage,
});
