import type { Schemas } from "@/api/client";
import { dateOf, plusDays } from "@/language/days";

export type Slot = Schemas["SlotView"];

/** The slots of each of seven days from {@code from}, days without any among them. */
export function weekOf(
  slots: Slot[],
  from: string,
  zone: string,
): { date: string; slots: Slot[] }[] {
  const days = slots.map((slot) => ({ slot, date: dateOf(slot.startsAt, zone) }));
  return Array.from({ length: 7 }, (_, day) => {
    const date = plusDays(from, day);
    return { date, slots: days.filter((it) => it.date === date).map((it) => it.slot) };
  });
}
