import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { $api, api } from "@/api/client";
import { newKey } from "@/api/key";
import { isProblem } from "@/api/problem";
import { useTake } from "@/appointments/refresh";
import type { Appointment } from "@/appointments/words";
import { useFormats } from "@/language/formats";
import type { Payment } from "@/payments/words";
import { Button } from "@/ui/button";
import { Notice, Refusal } from "@/ui/feedback";
import { Card, Fact, Facts } from "@/ui/page";

function useConfirm(paymentId: string) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useMutation({
    networkMode: "always",
    mutationFn: async () => {
      const { data, error, response } = await api.POST("/api/v1/payments/{id}/confirm", {
        params: { path: { id: paymentId }, header: { "Idempotency-Key": key.current } },
      });
      if (!data) {
        throw error || response;
      }
      return data;
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/api/v1/payments"),
      }),
  });
}

/** The sandbox's bank: what a real one would show on a page or in an app of its own. */
export function BankStep({ appointment, payment }: { appointment: Appointment; payment: Payment }) {
  const { t } = useLingui();
  const formats = useFormats();
  const id = useId();
  const take = useTake();
  const confirm = useConfirm(payment.id);
  const refuse = $api.useMutation("post", "/api/v1/appointments/{id}/cancel", {
    onSuccess: take,
  });
  const busy = confirm.isPending || confirm.isSuccess || refuse.isPending || refuse.isSuccess;
  return (
    <section aria-labelledby={id}>
      <Card className="grid gap-5 ring-2 !ring-warn">
        <div className="grid gap-1">
          <h2 id={id}>
            <Trans>Your bank asks: do you want to pay this?</Trans>
          </h2>
          <p className="text-soft">
            <Trans>This is the sandbox’s bank. A real one would ask you in its own app.</Trans>
          </p>
        </div>
        <Facts>
          <Fact name={t`Amount`}>
            <strong>{formats.money(payment.amount ?? appointment.fee)}</strong>
          </Fact>
          <Fact name={t`Payee`}>Carelane</Fact>
          <Fact name={t`For`}>
            <bdi>{appointment.doctor.name}</bdi>, {formats.moment(appointment.startsAt)}
          </Fact>
        </Facts>
        {isProblem(confirm.error, "nothing-to-confirm") ? (
          <Notice tone="danger" live>
            <Trans>This payment waits for no confirmation any more.</Trans>
          </Notice>
        ) : (
          <Refusal error={confirm.error ?? refuse.error} />
        )}
        <div className="flex flex-wrap gap-3">
          <Button busy={busy} onClick={() => confirm.mutate()}>
            {confirm.isPending || confirm.isSuccess ? (
              <Trans>Confirming…</Trans>
            ) : (
              <Trans>Confirm the payment</Trans>
            )}
          </Button>
          <Button
            look="secondary"
            busy={busy}
            onClick={() => refuse.mutate({ params: { path: { id: appointment.id } } })}
          >
            {refuse.isPending || refuse.isSuccess ? (
              <Trans>Refusing…</Trans>
            ) : (
              <Trans>Refuse</Trans>
            )}
          </Button>
        </div>
      </Card>
    </section>
  );
}
