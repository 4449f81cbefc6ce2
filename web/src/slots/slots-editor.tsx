import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { $api, type Schemas } from "@/api/client";
import { dateOf, noonOf, plusDays } from "@/language/days";
import { ownZone, sameClock, useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { Failed, LoadingRows, Notice } from "@/ui/feedback";
import { Card } from "@/ui/page";
import { toast } from "@/ui/toast";
import { CreateForm } from "./create-form";
import { DeleteRange } from "./delete-range";
import { DeleteSlot } from "./delete-slot";
import type { EditedDoctor } from "./free-slots";
import { FreeWeek } from "./free-week";

/**
 * A doctor's free times by week, with what makes and deletes them. Its page loads the messages of
 * "slots": {@code guard(["admin", "slots"], "ADMIN")}.
 */
export function SlotsEditor({
  doctor,
  from: chosen,
  onMove,
}: {
  doctor: EditedDoctor;
  /** The first day shown, as 2026-12-01, which the page keeps in its address; today without one */
  from?: string | undefined;
  onMove: (from: string) => void;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const heading = useRef<HTMLHeadingElement>(null);
  const [picked, setPicked] = useState<Schemas["SlotView"] | null>(null);
  const [clearing, setClearing] = useState(false);
  const [deletions, setDeletions] = useState(0);
  // The button that was pressed goes away: once the dialog is closed the keyboard goes on from here.
  useEffect(() => {
    if (deletions > 0) {
      heading.current?.focus();
    }
  }, [deletions]);
  const today = dateOf(new Date(), doctor.zone);
  const from = chosen ?? today;
  const week = $api.useQuery(
    "get",
    "/api/v1/doctors/{doctorId}/slots",
    {
      params: { path: { doctorId: doctor.id }, query: { from, to: plusDays(from, 6) } },
    },
    { placeholderData: keepPreviousData },
  );
  const short = (date: string) =>
    formats.format(noonOf(date), {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    });
  return (
    <div className="grid gap-10">
      <section aria-labelledby="free-times" className="grid gap-5">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <div>
            <h2 id="free-times" ref={heading} tabIndex={-1}>
              {short(from)} – {short(plusDays(from, 6))}
            </h2>
            <p role="status" className="min-h-6 text-soft">
              {week.data && !week.isPlaceholderData && (
                <Plural
                  value={week.data.items.length}
                  _0="No free times"
                  one="# free time"
                  other="# free times"
                />
              )}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <Button small look="secondary" onClick={() => onMove(plusDays(from, -7))}>
              <Trans>Earlier</Trans>
            </Button>
            <Button small look="secondary" disabled={from === today} onClick={() => onMove(today)}>
              <Trans>Today</Trans>
            </Button>
            <Button small look="secondary" onClick={() => onMove(plusDays(from, 7))}>
              <Trans>Later</Trans>
            </Button>
            <Button small look="danger" onClick={() => setClearing(true)}>
              <Trans>Delete several…</Trans>
            </Button>
          </div>
        </div>
        {!doctor.bookable && (
          <Notice tone="warn">
            <Trans>
              The account is disabled: nothing can be booked, and no free times are shown.
            </Trans>
          </Notice>
        )}
        {!sameClock(doctor.zone, ownZone, noonOf(from)) && (
          <Notice>
            <Trans>All times here are in the doctor's zone, {formats.zoneName(doctor.zone)}.</Trans>
          </Notice>
        )}
        {week.data ? (
          <div className="grid min-h-60 content-start gap-5">
            {week.data.items.length > 0 && (
              <p className="text-soft">
                <Trans>Press a time to delete it.</Trans>
              </p>
            )}
            <FreeWeek from={from} slots={week.data.items} zone={doctor.zone} onPick={setPicked} />
          </div>
        ) : week.isError ? (
          <Failed error={week.error} retry={() => void week.refetch()} />
        ) : (
          <LoadingRows rows={1} className="h-60" />
        )}
      </section>
      <section aria-labelledby="new-times" className="grid gap-5">
        <h2 id="new-times">
          <Trans>New times</Trans>
        </h2>
        <Card>
          <CreateForm doctor={doctor} onShow={onMove} />
        </Card>
      </section>
      <DeleteSlot
        doctor={doctor}
        slot={picked}
        onClose={(deleted) => {
          setPicked(null);
          if (deleted) {
            toast(t`The time is deleted.`);
            setDeletions(deletions + 1);
          }
        }}
      />
      <DeleteRange
        doctor={doctor}
        open={clearing}
        onClose={() => {
          setClearing(false);
        }}
      />
    </div>
  );
}
