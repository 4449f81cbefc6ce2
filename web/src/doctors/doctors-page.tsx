import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type FormEvent, useId } from "react";
import { $api } from "@/api/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/feedback";
import { SelectField, TextField } from "@/ui/field";
import { Page } from "@/ui/page";
import { byCursor, Pages } from "@/ui/pages";
import { DoctorCard } from "./doctor-card";

const route = getRouteApi("/_data/doctors/");

function Filters() {
  const { t } = useLingui();
  const id = useId();
  const { q, specialization } = route.useSearch();
  const navigate = route.useNavigate();
  const specializations = $api.useQuery("get", "/api/v1/specializations");
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get("q")).trim();
    void navigate({ search: (before) => filters({ ...before, q: words }) });
  };
  return (
    <search className="mb-8">
      <form
        key={q ?? id}
        onSubmit={search}
        className="grid items-end gap-4 sm:grid-cols-[1fr_16rem_auto]"
      >
        <TextField
          label={t`Name, speciality or place`}
          name="q"
          type="search"
          defaultValue={q ?? ""}
          enterKeyHint="search"
        />
        <SelectField
          label={t`Speciality`}
          value={specialization ?? ""}
          onChange={(event) => {
            const chosen = event.target.value;
            void navigate({ search: (before) => filters({ ...before, specialization: chosen }) });
          }}
        >
          <option value="">{t`All`}</option>
          {(specializations.data ?? (specialization ? [specialization] : [])).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
        <Button type="submit">
          <Trans>Search</Trans>
        </Button>
      </form>
    </search>
  );
}

/** Without those that ask for nothing. */
function filters({ q, specialization }: { q?: string; specialization?: string }) {
  return { ...(q && { q }), ...(specialization && { specialization }) };
}

export function DoctorsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const doctors = $api.useInfiniteQuery(
    "get",
    "/api/v1/doctors",
    { params: { query: { ...search, limit: 12 } } },
    { ...byCursor, placeholderData: keepPreviousData },
  );
  return (
    <Page title={t`Find a doctor`}>
      <Filters />
      <Pages
        list={doctors}
        empty={
          <EmptyState title={t`No doctor fits`}>
            <p>
              <Trans>Try fewer words, or another speciality.</Trans>
            </p>
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="grid gap-4 md:grid-cols-2" aria-label={t`Doctors`}>
            {items.map((doctor) => (
              <DoctorCard key={doctor.id} doctor={doctor} />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}
