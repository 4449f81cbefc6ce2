import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { $api } from "@/api/client";
import { lookAgain } from "@/session/session";
import { ButtonLink } from "@/ui/button";
import { Failed, Notice, Skeleton } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { useMailedToken } from "./mailed-token";

export function VerifyEmailPage() {
  const { t } = useLingui();
  const token = useMailedToken();
  const { mutate, isSuccess, isError, error } = $api.useMutation(
    "post",
    "/api/v1/auth/email/verify",
    {
      onSuccess: () => void lookAgain().catch(() => undefined),
    },
  );
  useEffect(() => {
    if (token !== "") {
      mutate({ body: { token } });
    }
  }, [mutate, token]);
  return (
    <Page title={t`Your e-mail address`} narrow>
      <div className="grid justify-items-start gap-5" aria-live="polite">
        {token === "" && (
          <Notice tone="warn">
            <Trans>Open this page by the link in the mail.</Trans>
          </Notice>
        )}
        {isSuccess && (
          <Notice tone="good">
            <Trans>Thank you. The address is confirmed.</Trans>
          </Notice>
        )}
        {isError && <Failed error={error} retry={() => mutate({ body: { token } })} />}
        {token !== "" && !isSuccess && !isError && <Skeleton className="h-12 w-full" />}
        <ButtonLink to="/account" look="secondary">
          <Trans>To your account</Trans>
        </ButtonLink>
      </div>
    </Page>
  );
}
