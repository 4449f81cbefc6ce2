import { Trans, useLingui } from "@lingui/react/macro";
import { ButtonLink } from "@/ui/button";
import { Page } from "@/ui/page";

export function NotFound() {
  const { t } = useLingui();
  return (
    <Page title={t`There is no such page`} narrow>
      <p className="mb-6">
        <Trans>It may have been moved, or the address has a mistake in it.</Trans>
      </p>
      <ButtonLink to="/">
        <Trans>To the first page</Trans>
      </ButtonLink>
    </Page>
  );
}
