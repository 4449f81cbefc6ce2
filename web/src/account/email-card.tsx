import { Trans } from "@lingui/react/macro";
import { $api } from "@/api/client";
import type { Account } from "@/session/session";
import { Button } from "@/ui/button";
import { Badge, Notice, Refusal } from "@/ui/feedback";
import { Card } from "@/ui/page";

export function EmailCard({ account }: { account: Account }) {
  const mail = $api.useMutation("post", "/api/v1/auth/email/verification");
  return (
    <Card className="grid justify-items-start gap-4">
      <h2>
        <Trans>E-mail address</Trans>
      </h2>
      <p className="flex flex-wrap items-center gap-3">
        <bdi className="break-all">{account.email}</bdi>
        {account.emailVerified ? (
          <Badge tone="good">
            <Trans>Confirmed</Trans>
          </Badge>
        ) : (
          <Badge tone="warn">
            <Trans>Not confirmed</Trans>
          </Badge>
        )}
      </p>
      {!account.emailVerified && (
        <>
          <p className="text-soft">
            <Trans>
              Until it is confirmed that the address is yours, mails to it say as little as
              possible.
            </Trans>
          </p>
          {mail.isSuccess ? (
            <Notice tone="good" live>
              <Trans>A link is on its way. It works once.</Trans>
            </Notice>
          ) : (
            <Button look="secondary" busy={mail.isPending} onClick={() => mail.mutate({})}>
              <Trans>Send me a link to confirm it</Trans>
            </Button>
          )}
          <Refusal error={mail.error} />
        </>
      )}
    </Card>
  );
}
