import { createFileRoute } from "@tanstack/react-router";
import { guard } from "@/app/guard";
import { BookPage } from "@/booking/book-page";

export const Route = createFileRoute("/book/$slotId")({
  beforeLoad: guard("booking", "PATIENT"),
  component: BookPage,
});
