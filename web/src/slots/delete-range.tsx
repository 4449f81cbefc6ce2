import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { $api, type Schemas } from "@/api/client";
import { dateOf, noonOf, plusDays } from "@/language/days";
import { useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Failed, Notice, Refusal, Skeleton } from "@/ui/feedback";
import { FieldError } from "@/ui/field";
import { chunksOf, mostDays } from "./checks";
import { type EditedDoctor, useSlotsChanged } from "./free-slots";
import { type DateRange, RangeCalendar } from "./range-calendar";
import { RefusedDays } from "./refused-days";

/** How many times are free in a range; undefined while that is being asked. */
function useFreeIn(doctor: EditedDoctor, range: DateRange | null) {
  return useQueries({
    queries: (range ? chunksOf(range) : []).map((query) =>
      $api.queryOptions("get", "/api/v1/doctors/{doctorId}/slots", {
        params: { path: { doctorId: doctor.id }, query },
      }),
    ),
    combine: (results) => ({
      error: results.find((it) => it.isError)?.error,
      count: results.every((it) => it.data)
        ? results.reduce((sum, it) => sum + (it.data?.items.length ?? 0), 0)
        : undefined,
    }),
  });
}

function Deleted({ answer, zone }: { answer: Schemas["DeletedSlots"]; zone: string }) {
  const { deleted, kept, refused } = answer;
  return (
    <Notice tone={refused.length > 0 ? "warn" : "good"} live>
      <p className="font-semibold">
        <Plural
          value={deleted}
          _0="No time was deleted."
          one="# time was deleted."
          other="# times were deleted."
        />
      </p>
      {kept > 0 && (
        <p>
          <Plural
            value={kept}
            one="# is booked or being booked, and stays."
            other="# are booked or being booked, and stay."
          />
        </p>
      )}
      {refused.length > 0 && (
        <>
          <p>
            <Plural
              value={refused.length}
              one="# day was left as it is:"
              other="# days were left as they are:"
            />
          </p>
          <RefusedDays days={refused} zone={zone} />
        </>
      )}
    </Notice>
  );
}

/** Deletes what nobody has booked in a range of days, after saying how much that is. */
export function DeleteRange({
  doctor,
  open,
  onClose,
}: {
  doctor: EditedDoctor;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const today = dateOf(new Date(), doctor.zone);
  const [range, setRange] = useState<DateRange | null>(null);
  const free = useFreeIn(doctor, range);
  const changed = useSlotsChanged();
  const remove = $api.useMutation("delete", "/api/v1/doctors/{doctorId}/slots", {
    onSettled: changed,
  });
  const tooLong = range !== null && range.to > plusDays(range.from, mostDays - 1);
  const close = () => {
    remove.reset();
    setRange(null);
    onClose();
  };
  const day = (date: string) => formats.date(noonOf(date), "UTC");
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t`Delete free times`}
      actions={
        <>
          {!remove.data && (
            <Button
              look="danger"
              disabled={!range || tooLong || !free.count}
              busy={remove.isPending}
              onClick={() =>
                range && remove.mutate({ params: { path: { doctorId: doctor.id }, query: range } })
              }
            >
              {remove.isPending ? <Trans>Deleting…</Trans> : <Trans>Delete</Trans>}
            </Button>
          )}
          <Button look="secondary" onClick={close}>
            {remove.data ? <Trans>Close</Trans> : <Trans>Keep all</Trans>}
          </Button>
        </>
      }
    >
      {remove.data ? (
        <Deleted answer={remove.data} zone={doctor.zone} />
      ) : (
        <>
          <p className="text-soft">
            <Trans>
              Choose the first day, then the last. What is booked, or being booked, stays.
            </Trans>
          </p>
          <RangeCalendar
            label={t`Days`}
            value={range}
            onChange={setRange}
            min={today}
            max={plusDays(today, 1000)}
          />
          {tooLong && <FieldError>{t`Choose a year at most.`}</FieldError>}
          {range && !tooLong && (
            <div role="status" className="min-h-14">
              {free.error ? (
                <Failed error={free.error} />
              ) : free.count === undefined ? (
                <Skeleton className="h-6" />
              ) : (
                <p>
                  <strong>
                    <Plural
                      value={free.count}
                      _0="No free time"
                      one="# free time"
                      other="# free times"
                    />
                  </strong>{" "}
                  <Trans>
                    from {day(range.from)} to {day(range.to)}
                  </Trans>
                </p>
              )}
            </div>
          )}
          <Refusal error={remove.error} />
        </>
      )}
    </Dialog>
  );
}
