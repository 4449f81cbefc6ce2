import type { Schemas } from "@/api/client";
import { dateOf, plusDays } from "@/language/days";

export type Slot = Schemas["SlotView"];

/** The slots of each of seven days from {@code from}, days without any among them. */
export function weekOf(
  slots: Slot[],
  from: string,
  zone: string,
): { date: string; slots: Slot[] }[] {
  return Array.from({ length: 7 }, (_, day) => {
    const date = plusDays(from, day);
    return { date, slots: slots.filter((slot) => dateOf(slot.startsAt, zone) === date) };
  });
}
