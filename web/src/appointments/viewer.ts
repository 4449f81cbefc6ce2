import type { Account } from "@/session/session";
import type { Appointment } from "./words";

export type Viewer = "patient" | "doctor" | "clinic";

/** As what someone looks at an appointment: a doctor may be another's patient. */
export function viewerOf(account: Account | null, appointment: Appointment): Viewer {
  if (!account || account.id === appointment.patient.id) {
    return "patient";
  }
  return account.roles.includes("ADMIN") ? "clinic" : "doctor";
}

/** Whom the viewer meets; the clinic meets nobody, and sees both. */
export function othersOf(viewer: Viewer, appointment: Appointment): string[] {
  return {
    patient: [appointment.doctor.name],
    doctor: [appointment.patient.name],
    clinic: [appointment.patient.name, appointment.doctor.name],
  }[viewer];
}

/** Whether it can be cancelled still. */
export function isOpen(appointment: Appointment, now: number): boolean {
  return (
    (appointment.status === "PENDING" || appointment.status === "CONFIRMED") &&
    Date.parse(appointment.startsAt) > now
  );
}
