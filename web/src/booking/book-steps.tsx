import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Schemas } from "@/api/client";
import { asProblem, sentenceOf } from "@/api/problem";
import { useFormats } from "@/language/formats";
import type { Account } from "@/session/session";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { Card } from "@/ui/page";
import { DetailsStep } from "./details-step";
import { type Draft, useDraft } from "./draft";
import { useOwnBooking } from "./own-booking";
import { PaymentStep } from "./payment-step";
import { refusalOf } from "./refusals";
import { SlotGone } from "./slot-gone";
import type { SlotName } from "./slot-name";
import { StepIndicator } from "./step-indicator";
import type { Step } from "./steps";
import { Summary } from "./summary";
import { useBook } from "./use-book";

const route = getRouteApi("/book/$slotId");

/** Where one may be: nothing is paid for before it is known what. */
function stepOf(wanted: Step | undefined, draft: Draft): Step {
  return wanted === "payment" && !draft.mode ? "details" : (wanted ?? "slot");
}

function errorAt(error: unknown, field: string): string | undefined {
  return asProblem(error)?.errors?.find((it) => it.field === field)?.message;
}

/** The three steps of a booking; which one is shown is in the address. */
export function BookSteps({
  account,
  doctor,
  slotId,
  name,
  slot,
  given,
}: {
  account: Account;
  doctor: Schemas["DoctorView"];
  slotId: string;
  name: SlotName;
  slot: Schemas["SlotView"] | undefined;
  given: Partial<Draft>;
}) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [draft, change] = useDraft(account.id, doctor.id, given);
  const book = useBook(account.id, doctor.id);
  const step = stepOf(search.step, draft);
  const go = (next: "details" | "payment") => void navigate({ search: { ...search, step: next } });

  // What was answered for another time says nothing about this one.
  const error = book.variables?.slotId === slotId ? book.error : null;
  const refusal = error ? refusalOf(error) : null;
  const taken = refusal === "slot-gone" || (!slot && refusal !== "unknown");
  const gone = taken && !book.isPending && !book.isSuccess;
  const own = useOwnBooking(slotId, name.date, gone || refusal === "overlap");

  const top = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      top.current?.focus();
    }
  }, [step]);

  const detailErrors = { mode: errorAt(error, "mode"), reason: errorAt(error, "reason") };
  const toMend = step === "payment" && (detailErrors.mode ?? detailErrors.reason);
  useEffect(() => {
    if (toMend) {
      void navigate({ search: (before) => ({ ...before, step: "details" }) });
    }
  }, [toMend, navigate]);

  const pay = () => {
    if (draft.mode) {
      const { mode, reason, card } = draft;
      book.mutate({ slotId, mode, reason, paymentMethod: card, fee: doctor.fee });
    }
  };
  const wallClock = formats.moment(name.wallClock, "UTC");
  return (
    <div className="grid gap-8">
      <StepIndicator current={step} slotId={slotId} />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem] lg:gap-10">
        <div className="lg:order-last">
          <Summary doctor={doctor} slot={slot} mode={draft.mode} />
        </div>
        <div className="grid gap-6">
          <h2 ref={top} tabIndex={-1} className="sr-only">
            {step === "slot" ? (
              <Trans>Time</Trans>
            ) : step === "details" ? (
              <Trans>Details</Trans>
            ) : (
              <Trans>Payment</Trans>
            )}
          </h2>
          {own.data && (
            <Notice live>
              <p className="mb-3">
                <Trans>You have booked this time already.</Trans>
              </p>
              <ButtonLink
                small
                to="/bookings/$appointmentId"
                params={{ appointmentId: own.data.id }}
              >
                <Trans>Go on with that booking</Trans>
              </ButtonLink>
            </Notice>
          )}
          {gone && own.data === null && (
            <SlotGone key={slotId} doctor={doctor} slotId={slotId}>
              {refusal === "slot-gone" ? (
                sentenceOf(error, i18n)
              ) : (
                <Trans>
                  {wallClock} at the doctor’s clock is not free any more. Please choose another
                  time; what you have filled in stays.
                </Trans>
              )}
            </SlotGone>
          )}
          {gone && own.isError && <Notice tone="danger">{sentenceOf(own.error, i18n)}</Notice>}
          {!gone && step === "slot" && (
            <Card className="grid gap-5">
              <p>
                <Trans>
                  Is this the right time? You are asked for a few details and the payment next; it
                  takes a minute.
                </Trans>
              </p>
              <div className="flex flex-wrap gap-3">
                <ButtonLink
                  to="/book/$slotId"
                  params={{ slotId }}
                  search={{ ...search, step: "details" }}
                >
                  <Trans>Continue</Trans>
                </ButtonLink>
                <ButtonLink
                  look="secondary"
                  to="/doctors/$doctorId"
                  params={{ doctorId: doctor.id }}
                >
                  <Trans>Choose another time</Trans>
                </ButtonLink>
              </div>
            </Card>
          )}
          {!gone && step === "details" && (
            <DetailsStep
              draft={draft}
              onChange={change}
              onDone={() => go("payment")}
              errors={detailErrors}
            />
          )}
          {!gone && step === "payment" && (
            <PaymentStep
              fee={doctor.fee}
              card={draft.card}
              onCard={(card) => change({ card })}
              onPay={pay}
              busy={book.isPending || book.isSuccess}
              error={own.data ? null : error}
              cardError={errorAt(error, "paymentMethod")}
              shownFee={book.variables?.fee ?? null}
            />
          )}
        </div>
      </div>
    </div>
  );
}
