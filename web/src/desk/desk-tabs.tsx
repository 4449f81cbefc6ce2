import { Trans, useLingui } from "@lingui/react/macro";
import { LinkTab, LinkTabs } from "@/ui/link-tabs";

export function DeskTabs() {
  const { t } = useLingui();
  return (
    <LinkTabs label={t`Your schedule`}>
      <LinkTab
        to="/desk"
        search={({ date, cancelled }) => ({ date, cancelled })}
        activeOptions={{ exact: true }}
      >
        <Trans>Day</Trans>
      </LinkTab>
      <LinkTab
        to="/desk"
        search={({ date, cancelled }) => ({ view: "week" as const, date, cancelled })}
      >
        <Trans>Week</Trans>
      </LinkTab>
      <LinkTab to="/desk/slots">
        <Trans>Free times</Trans>
      </LinkTab>
    </LinkTabs>
  );
}
