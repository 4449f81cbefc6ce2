import type { Schemas } from "@/api/client";

/**
 * A doctor's free times by week, with what makes and deletes them. Its page loads the messages of
 * "slots": {@code guard(["admin", "slots"], "ADMIN")}.
 */
export function SlotsEditor({
  doctor,
  from,
  onMove,
}: {
  doctor: Pick<Schemas["DoctorView"], "id" | "zone" | "bookable">;
  /** The first day shown, as 2026-12-01, which the page keeps in its address; today without one */
  from?: string | undefined;
  onMove: (from: string) => void;
}) {
  void onMove;
  return (
    <p>
      {doctor.id} {from}
    </p>
  );
}
