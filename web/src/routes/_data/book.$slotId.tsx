import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { BookPage } from "@/booking/book-page";

export interface BookSearch {
  step?: "details" | "payment";
  /** An own appointment that did not come about: what it said is filled in */
  from?: string;
}

export const Route = createFileRoute("/_data/book/$slotId")({
  validateSearch: ({ step, from }: Record<string, unknown>): BookSearch => ({
    ...((step === "details" || step === "payment") && { step }),
    ...(from !== undefined && { from: String(from) }),
  }),
  beforeLoad: guard(["booking", "appointments"], "PATIENT"),
  component: BookPage,
});
