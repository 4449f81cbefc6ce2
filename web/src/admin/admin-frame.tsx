import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { LinkTab, LinkTabs } from "@/ui/link-tabs";

/** What is above every page of administrators. */
export function AdminFrame() {
  const { t } = useLingui();
  const tabs = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone not all of them fit
  useEffect(() => {
    const current = tabs.current?.querySelector("[aria-current=page]");
    current?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [pathname]);
  return (
    <>
      <div ref={tabs} className="mx-auto w-full max-w-6xl px-4 pt-2 sm:px-6 [&>nav]:mb-0">
        <LinkTabs label={t`Administration`}>
          <LinkTab to="/admin" activeOptions={{ exact: true }}>
            <Trans>Overview</Trans>
          </LinkTab>
          <LinkTab to="/admin/doctors" activeOptions={within}>
            <Trans>Doctors</Trans>
          </LinkTab>
          <LinkTab to="/admin/accounts" activeOptions={within}>
            <Trans>Accounts</Trans>
          </LinkTab>
          <LinkTab to="/admin/appointments" activeOptions={within}>
            <Trans>Appointments</Trans>
          </LinkTab>
          <LinkTab to="/admin/payments" activeOptions={within}>
            <Trans>Payments</Trans>
          </LinkTab>
          <LinkTab to="/admin/sagas" activeOptions={within}>
            <Trans>Under way</Trans>
          </LinkTab>
          <LinkTab to="/admin/dead-letters" activeOptions={within}>
            <Trans>Dead letters</Trans>
          </LinkTab>
          <LinkTab to="/admin/health" activeOptions={within}>
            <Trans>Health</Trans>
          </LinkTab>
        </LinkTabs>
      </div>
      <Outlet />
    </>
  );
}

/** Whatever the filters are. */
const within = { includeSearch: false };
