import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { useAccount } from "@/session/session";
import { Avatar } from "@/ui/avatar";
import { StatusBadge } from "./status-badge";
import { othersOf, viewerOf } from "./viewer";
import { When } from "./when";
import { type Appointment, modeWords, whyCancelled } from "./words";

export function AppointmentRow({ appointment }: { appointment: Appointment }) {
  const { i18n } = useLingui();
  const viewer = viewerOf(useAccount(), appointment);
  const names = othersOf(viewer, appointment);
  const reason = appointment.cancellationReason;
  return (
    <li className="relative flex items-start gap-4 rounded-lg bg-surface p-5 shadow-card ring-1 ring-line hover:ring-accent">
      <Avatar name={names[0] ?? ""} />
      <div className="grid min-w-0 grow gap-1">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <h2 className="!text-lg" dir="auto">
            <Link
              to="/appointments/$appointmentId"
              params={{ appointmentId: appointment.id }}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              {names.join(" · ")}
            </Link>
          </h2>
          <StatusBadge status={appointment.status} />
        </div>
        <div>
          <When {...appointment} />
        </div>
        <p className="text-soft">{i18n._(modeWords[appointment.mode])}</p>
        {reason && <p className="text-soft">{i18n._(whyCancelled(reason, viewer))}</p>}
      </div>
    </li>
  );
}
