/** What a slot's id says: whose it is, and the doctor's date and clock. */
export interface SlotName {
  doctorId: string;
  /** As 2026-12-01 */
  date: string;
  /** The doctor's wall clock, written as if it were UTC */
  wallClock: string;
}

export function slotNamed(id: string): SlotName | null {
  const [, doctorId, date, hour, minute] = /^(.+)_(\d{4}-\d\d-\d\d)_(\d\d)(\d\d)$/.exec(id) ?? [];
  const wallClock = `${date}T${hour}:${minute}:00Z`;
  return doctorId && date && !Number.isNaN(Date.parse(wallClock))
    ? { doctorId, date, wallClock }
    : null;
}
