import { Trans, useLingui } from "@lingui/react/macro";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { Failed } from "@/ui/feedback";
import { Page } from "@/ui/page";

/** A page that could not be shown: its part of the program, or who is signed in, is out of reach. */
export function Broken({ error }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  useEffect(() => {
    // What was missing may be the page itself, so all is loaded anew; the address says where.
    const reload = () => location.reload();
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, []);
  return (
    <Page title={t`This page could not be loaded`} narrow>
      <Failed error={error} retry={() => void router.invalidate()} />
      <p className="mt-6 text-soft">
        <Trans>If it does not help to try again, load the whole page anew.</Trans>
      </p>
    </Page>
  );
}
