import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { $api, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import { NotFound } from "@/app/not-found";
import { useFormats } from "@/language/formats";
import { TextLink } from "@/ui/button";
import { Badge, Failed, LoadingRows } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { Card, Fact, Facts, Page } from "@/ui/page";
import { AccountSessions } from "./account-sessions";
import { AccountSwitch } from "./account-switch";
import { roleWords } from "./words";

const route = getRouteApi("/_data/admin/accounts/$accountId");

function Details({ account }: { account: Schemas["AccountDetails"] }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  return (
    <Card>
      <Facts>
        <Fact name={t`State`}>
          {account.disabled ? (
            <Badge tone="danger">
              <Trans>Disabled</Trans>
            </Badge>
          ) : (
            <Badge tone="good">
              <Trans>In use</Trans>
            </Badge>
          )}
        </Fact>
        <Fact name={t`E-mail address`}>
          <span className="break-all">{account.email}</span>
          <span className="block text-sm text-soft">
            {account.emailVerified ? <Trans>Verified</Trans> : <Trans>Not verified</Trans>}
          </span>
        </Fact>
        <Fact name={t`Roles`}>
          {formats.list(account.roles.map((role) => i18n._(roleWords[role])))}
        </Fact>
        {account.language && (
          <Fact name={t`Language`}>{formats.languageName(account.language)}</Fact>
        )}
        {account.zone && <Fact name={t`Time zone`}>{account.zone.replaceAll("_", " ")}</Fact>}
        <Fact name={t`Since`}>
          <Moment at={account.registeredAt} />
        </Fact>
      </Facts>
      {account.roles.includes("PATIENT") && (
        <p className="mt-5">
          <TextLink to="/admin/appointments" search={{ patientId: account.id }}>
            <Trans>To the appointments</Trans>
          </TextLink>
        </p>
      )}
    </Card>
  );
}

export function AccountPage() {
  const { t } = useLingui();
  const { accountId } = route.useParams();
  const account = $api.useQuery("get", "/api/v1/admin/accounts/{id}", {
    params: { path: { id: accountId } },
  });
  if (isProblem(account.error, "not-found")) {
    return <NotFound />;
  }
  return (
    <Page title={account.data?.name ?? t`Account`}>
      {account.data ? (
        <div className="grid grid-cols-1 gap-10">
          <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
            <Details account={account.data} />
            <AccountSwitch account={account.data} />
          </div>
          <AccountSessions account={account.data} />
        </div>
      ) : account.isError ? (
        <Failed error={account.error} retry={() => void account.refetch()} />
      ) : (
        <LoadingRows rows={3} className="h-40" />
      )}
    </Page>
  );
}
