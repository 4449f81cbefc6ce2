import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Schemas } from "@/api/client";
import { asProblem, sentenceOf } from "@/api/problem";
import { DetailsStep } from "./details-step";
import { type Draft, useDraft } from "./draft";
import { Obstacle, OwnBooking } from "./obstacle";
import { useOwnBooking } from "./own-booking";
import { PaymentStep } from "./payment-step";
import { refusalOf } from "./refusals";
import type { SlotName } from "./slot-name";
import { SlotStep } from "./slot-step";
import { StepIndicator } from "./step-indicator";
import { type Step, stepOf } from "./steps";
import { Summary } from "./summary";
import { useBook } from "./use-book";

const route = getRouteApi("/_data/book/$slotId");

function refuses(error: unknown, field: string): boolean {
  return asProblem(error)?.errors?.some((it) => it.field === field) ?? false;
}

/** Tells who cannot see it that another step has come. */
function useFocusOn(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      heading.current?.focus();
    }
  }, [step]);
  return heading;
}

/** The three steps of a booking; which one is shown is in the address. */
export function BookSteps({
  doctor,
  slotId,
  name,
  slot,
  given,
}: {
  doctor: Schemas["DoctorView"];
  slotId: string;
  name: SlotName;
  /** Undefined when it is not free */
  slot: Schemas["SlotView"] | undefined;
  given: Partial<Draft>;
}) {
  const { t, i18n } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [draft, change] = useDraft(doctor.id, given);
  const book = useBook(doctor.id);
  const step = stepOf(search.step, draft.mode !== undefined);
  const heading = useFocusOn(step);
  const names = { slot: t`Time`, details: t`Details`, payment: t`Payment` };

  // What was answered for another time says nothing about this one.
  const error = book.variables?.slotId === slotId ? book.error : null;
  const refusal = error ? refusalOf(error) : null;
  const busy = book.isPending || book.isSuccess;
  const gone = !busy && (refusal === "slot-gone" || (!slot && refusal !== "unknown"));
  const own = useOwnBooking(slotId, name.date, gone || refusal === "overlap");

  const toMend = refuses(error, "reason");
  const tooFar = step !== (search.step ?? "slot");
  useEffect(() => {
    if (toMend || tooFar) {
      void navigate({ search: (before) => ({ ...before, step: "details" }), replace: tooFar });
    }
  }, [toMend, tooFar, navigate]);

  const pay = () => {
    if (draft.mode) {
      const { mode, reason, card } = draft;
      book.mutate({ slotId, mode, reason, paymentMethod: card, fee: doctor.fee });
    }
  };
  return (
    <div className="grid gap-8">
      <StepIndicator current={step} slotId={slotId} />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem] lg:gap-10">
        <div className="lg:order-last">
          <Summary doctor={doctor} slot={slot} mode={draft.mode} />
        </div>
        <div className="grid gap-6">
          <h2 ref={heading} tabIndex={-1} className="sr-only">
            {names[step]}
          </h2>
          {gone ? (
            <Obstacle
              own={own}
              doctor={doctor}
              slotId={slotId}
              name={name}
              refused={refusal === "slot-gone" ? sentenceOf(error, i18n) : undefined}
            />
          ) : step === "slot" ? (
            <SlotStep doctor={doctor} slotId={slotId} />
          ) : step === "details" ? (
            <DetailsStep
              draft={draft}
              onChange={change}
              onDone={() => void navigate({ search: { ...search, step: "payment" } })}
              reasonRefused={toMend && book.variables?.reason === draft.reason}
            />
          ) : (
            <>
              {own.data && <OwnBooking id={own.data.id} />}
              <PaymentStep
                fee={doctor.fee}
                card={draft.card}
                onCard={(card) => change({ card })}
                onPay={pay}
                busy={busy}
                error={own.data ? null : error}
                cardRefused={refuses(error, "paymentMethod")}
                shownFee={book.variables?.fee ?? null}
              />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
