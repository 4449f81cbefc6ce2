import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { appointmentQuery } from "@/appointments/refresh";
import { useFormats } from "@/language/formats";
import { TextLink } from "@/ui/button";
import { Moment } from "@/ui/moment";
import { PaymentBadge } from "./payment-badge";
import { eventWords, failureWords, methodOf, type Payment } from "./words";

const route = getRouteApi("/_data/payments");

function History({ payment }: { payment: Payment }) {
  const { i18n } = useLingui();
  return (
    <ol className="grid gap-3 border-s-2 border-line ps-5">
      {payment.history.map(({ status, at, detail }) => (
        <li key={`${status} ${at} ${detail}`}>
          <p>
            {i18n._(eventWords[status])}
            {status === "FAILED" && payment.failureReason && (
              <>: {i18n._(failureWords[payment.failureReason])}</>
            )}
          </p>
          <p className="text-sm text-soft">
            <Moment at={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** One payment; opened, with its history. */
export function PaymentRow({
  payment,
  known,
  open,
}: {
  payment: Payment;
  /** Its appointment, if it is among the newest; else it is asked for */
  known: Schemas["AppointmentView"] | undefined;
  open: boolean;
}) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const navigate = route.useNavigate();
  const found = useQuery({ ...appointmentQuery(payment.appointmentId), enabled: !known });
  const appointment = known ?? found.data;
  return (
    <li className="rounded-lg bg-surface shadow-card ring-1 ring-line">
      <details
        open={open}
        onToggle={(event) => {
          const opened = event.currentTarget.open;
          if (opened !== open) {
            void navigate({
              search: opened ? { open: payment.id } : {},
              replace: true,
              resetScroll: false,
            });
          }
        }}
      >
        <summary className="grid cursor-pointer list-none gap-x-4 gap-y-2 rounded-lg p-5 hover:bg-sunken sm:grid-cols-[1fr_auto]">
          <span className="grid gap-1">
            <span className="min-h-6 font-semibold" dir="auto">
              {appointment?.doctor.name ?? "\u00a0"}
            </span>
            <span className="text-soft">
              <Moment at={payment.createdAt} /> · {i18n._(methodOf(payment.paymentMethod))}
            </span>
          </span>
          <span className="flex items-center justify-between gap-3 sm:grid sm:justify-items-end">
            <span className="text-lg font-semibold">
              {payment.amount && formats.money(payment.amount)}
            </span>
            <PaymentBadge status={payment.status} />
          </span>
        </summary>
        <div className="grid gap-5 border-t border-line p-5">
          <History payment={payment} />
          <p>
            <TextLink
              to="/appointments/$appointmentId"
              params={{ appointmentId: payment.appointmentId }}
            >
              <Trans>See the appointment</Trans>
            </TextLink>
          </p>
        </div>
      </details>
    </li>
  );
}
