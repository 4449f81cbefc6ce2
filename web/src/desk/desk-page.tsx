import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { $api, type Schemas } from "@/api/client";
import { dateOf, noonOf } from "@/language/days";
import { ownZone, sameClock, useFormats } from "@/language/formats";
import { ButtonLink } from "@/ui/button";
import { EmptyState, Notice } from "@/ui/feedback";
import { Checkbox } from "@/ui/field";
import { Page } from "@/ui/page";
import { byCursor, Pages } from "@/ui/pages";
import { DayList } from "./day-list";
import { DeskTabs } from "./desk-tabs";
import { useNow } from "./now";
import { OwnDoctor } from "./own-doctor";
import { daysShown, onDay } from "./period";
import { PeriodChoice } from "./period-choice";
import { WeekGrid } from "./week-grid";

const route = getRouteApi("/_data/desk/");

const kept = ["PENDING", "CONFIRMED", "CANCELLING"] as const;

function Schedule({ doctor }: { doctor: Schemas["DoctorView"] }) {
  const { t } = useLingui();
  const formats = useFormats();
  const navigate = route.useNavigate();
  const now = useNow();
  const { zone } = doctor;
  const today = dateOf(new Date(now), zone);
  const { view, date = today, cancelled = false } = route.useSearch();
  const days = daysShown(view, date, formats.locale);
  const from = days[0] ?? date;
  const to = days.at(-1) ?? date;
  const list = $api.useInfiniteQuery(
    "get",
    "/api/v1/appointments",
    {
      params: {
        query: {
          from,
          to,
          zone,
          sort: "startsAt",
          limit: 100,
          ...(cancelled ? {} : { status: [...kept] }),
        },
      },
    },
    { ...byCursor, placeholderData: keepPreviousData },
  );
  const short = (day: string) =>
    formats.format(noonOf(day), {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    });
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 role="status">
          {view === "week" ? `${short(from)} – ${short(to)}` : formats.day(noonOf(date), "UTC")}
        </h2>
        <PeriodChoice
          date={date}
          today={today}
          step={view === "week" ? 7 : 1}
          onChange={(chosen) =>
            void navigate({
              search: (before) => ({ ...before, date: chosen === today ? undefined : chosen }),
              resetScroll: false,
            })
          }
        />
      </div>
      {!sameClock(zone, ownZone, noonOf(date)) && (
        <Notice>
          <Trans>
            Times are in your practice's zone, {formats.zoneName(zone)}. Your device's is{" "}
            {formats.zoneName(ownZone)}.
          </Trans>
        </Notice>
      )}
      <Pages
        list={list}
        empty={
          <EmptyState
            title={view === "week" ? t`No appointments in this week` : t`No appointments`}
          >
            <p>
              <Trans>A new booking appears here by itself.</Trans>
            </p>
            <ButtonLink to="/desk/slots" look="secondary">
              <Trans>Free times</Trans>
            </ButtonLink>
          </EmptyState>
        }
      >
        {(items) =>
          view === "week" ? (
            <WeekGrid days={days} appointments={items} zone={zone} now={now} today={today} />
          ) : (
            <DayList
              appointments={onDay(items, date, zone)}
              zone={zone}
              now={now}
              isToday={date === today}
            />
          )
        }
      </Pages>
      <Checkbox
        label={t`Show cancelled ones`}
        checked={cancelled}
        onChange={(event) =>
          void navigate({
            search: (before) => ({ ...before, cancelled: event.target.checked || undefined }),
            resetScroll: false,
          })
        }
      />
    </div>
  );
}

export function DeskPage() {
  const { t } = useLingui();
  return (
    <Page title={t`My day`}>
      <DeskTabs />
      <OwnDoctor>{(doctor) => <Schedule doctor={doctor} />}</OwnDoctor>
    </Page>
  );
}
