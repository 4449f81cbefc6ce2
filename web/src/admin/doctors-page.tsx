import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { useFormats } from "@/language/formats";
import { ButtonLink, TextLink } from "@/ui/button";
import { Badge, EmptyState } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { Cell, RowHead, Table } from "@/ui/table";
import { changed } from "./filters";
import { OnePage } from "./one-page";
import { SearchForm } from "./search-form";

const route = getRouteApi("/_data/admin/doctors/");

export function DoctorsPage() {
  const { t } = useLingui();
  const formats = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const doctors = $api.useQuery(
    "get",
    "/api/v1/doctors",
    { params: { query: { ...search, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page
      title={t`Doctors`}
      actions={
        <ButtonLink to="/admin/doctors/new">
          <Trans>New doctor</Trans>
        </ButtonLink>
      }
    >
      <SearchForm
        label={t`Name, speciality or place`}
        words={search.q}
        onSearch={(q) => void navigate({ search: (before) => changed(before, { q }) })}
      />
      <OnePage
        list={doctors}
        cursor={search.cursor}
        empty={
          <EmptyState title={search.q ? t`No doctor fits` : t`There are no doctors yet`}>
            <p>
              {search.q ? (
                <Trans>Those whose account is disabled are not listed here.</Trans>
              ) : (
                <Trans>Create the first, and then the times in which to be booked.</Trans>
              )}
            </p>
          </EmptyState>
        }
      >
        {(items) => (
          <Table label={t`Doctors`} heads={[t`Name`, t`Speciality`, t`Place`, t`Fee`, t`State`]}>
            {items.map((doctor) => (
              <tr key={doctor.id}>
                <RowHead>
                  <TextLink to="/admin/doctors/$doctorId" params={{ doctorId: doctor.id }}>
                    <bdi>{doctor.name}</bdi>
                  </TextLink>
                </RowHead>
                <Cell>
                  <bdi>{doctor.specialization}</bdi>
                </Cell>
                <Cell>
                  <bdi>{doctor.location}</bdi>
                </Cell>
                <Cell className="whitespace-nowrap">{formats.money(doctor.fee)}</Cell>
                <Cell>
                  {!doctor.bookable ? (
                    <Badge tone="warn">
                      <Trans>Takes no bookings</Trans>
                    </Badge>
                  ) : doctor.accountId ? (
                    <Badge tone="good">
                      <Trans>Bookable</Trans>
                    </Badge>
                  ) : (
                    <Badge>
                      <Trans>Bookable, without an account</Trans>
                    </Badge>
                  )}
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </OnePage>
    </Page>
  );
}
