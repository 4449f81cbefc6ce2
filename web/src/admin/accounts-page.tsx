import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { $api } from "@/api/client";
import type { AccountsSearch } from "@/routes/_data/admin.accounts.index";
import { ButtonLink, TextLink } from "@/ui/button";
import { Badge, EmptyState } from "@/ui/feedback";
import { SelectField } from "@/ui/field";
import { Moment } from "@/ui/moment";
import { Page } from "@/ui/page";
import { Cell, RowHead, Table } from "@/ui/table";
import { changed } from "./filters";
import { OnePage } from "./one-page";
import { SearchForm } from "./search-form";
import { roles, roleWords } from "./words";

const route = getRouteApi("/_data/admin/accounts/");

export function AccountsPage() {
  const { t, i18n } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = $api.useQuery(
    "get",
    "/api/v1/admin/accounts",
    { params: { query: { ...search, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page
      title={t`Accounts`}
      actions={
        <ButtonLink to="/admin/accounts/new">
          <Trans>New account</Trans>
        </ButtonLink>
      }
    >
      <SearchForm
        label={t`Name or e-mail address`}
        words={search.q}
        onSearch={(q) => void navigate({ search: (before) => changed(before, { q }) })}
      >
        <SelectField
          label={t`Role`}
          className="min-w-40"
          value={search.role ?? ""}
          onChange={(event) => {
            const role = roles.find((it) => it === event.target.value);
            void navigate({
              search: ({ role: _, ...before }) =>
                changed<AccountsSearch>(before, role ? { role } : {}),
            });
          }}
        >
          <option value="">{t`All`}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {i18n._(roleWords[role])}
            </option>
          ))}
        </SelectField>
      </SearchForm>
      <OnePage
        list={accounts}
        cursor={search.cursor}
        empty={
          <EmptyState title={t`No account fits`}>
            <p>
              <Trans>Try fewer words, or another role.</Trans>
            </p>
          </EmptyState>
        }
      >
        {(items) => (
          <Table
            label={t`Accounts`}
            heads={[t`Name`, t`E-mail address`, t`Roles`, t`State`, t`Since`]}
          >
            {items.map((account) => (
              <tr key={account.id}>
                <RowHead>
                  <TextLink to="/admin/accounts/$accountId" params={{ accountId: account.id }}>
                    <bdi>{account.name}</bdi>
                  </TextLink>
                </RowHead>
                <Cell>
                  <bdi>{account.email}</bdi>
                </Cell>
                <Cell>{account.roles.map((role) => i18n._(roleWords[role])).join(", ")}</Cell>
                <Cell>
                  {account.disabled ? (
                    <Badge tone="danger">
                      <Trans>Disabled</Trans>
                    </Badge>
                  ) : account.emailVerified ? (
                    <Badge tone="good">
                      <Trans>In use</Trans>
                    </Badge>
                  ) : (
                    <Badge>
                      <Trans>Address not verified</Trans>
                    </Badge>
                  )}
                </Cell>
                <Cell className="whitespace-nowrap">
                  <Moment at={account.registeredAt} as="date" />
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </OnePage>
    </Page>
  );
}
