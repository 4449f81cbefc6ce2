import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { useFormats } from "@/language/formats";
import { Avatar } from "@/ui/avatar";
import { Badge } from "@/ui/feedback";

export function DoctorCard({ doctor }: { doctor: Schemas["DoctorView"] }) {
  const formats = useFormats();
  return (
    <li className="relative flex gap-4 rounded-lg bg-surface p-5 shadow-card ring-1 ring-line hover:ring-accent">
      <Avatar name={doctor.name} />
      <div className="grid min-w-0 grow content-start gap-1">
        <h2 className="!text-lg" dir="auto">
          <Link
            to="/doctors/$doctorId"
            params={{ doctorId: doctor.id }}
            className="after:absolute after:inset-0 after:rounded-lg"
          >
            {doctor.name}
          </Link>
        </h2>
        <p className="text-soft" dir="auto">
          {[doctor.specialization, doctor.location].filter(Boolean).join(" · ")}
        </p>
        <p className="text-sm text-soft">
          {formats.list(doctor.languages.map(formats.languageName))}
        </p>
        {!doctor.bookable && (
          <p>
            <Badge tone="warn">
              <Trans>Takes no bookings now</Trans>
            </Badge>
          </p>
        )}
      </div>
      <p className="font-semibold whitespace-nowrap">{formats.money(doctor.fee)}</p>
    </li>
  );
}
