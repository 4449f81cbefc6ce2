import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, type Schemas } from "@/api/client";
import { useAccount } from "@/session/session";
import { Button, TextLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { toast } from "@/ui/toast";
import { Confirm } from "./confirm";

type Account = Schemas["AccountDetails"];

/** What follows from it, for whoever is about to do it. */
function Consequences({ account }: { account: Account }) {
  const isDoctor = account.roles.includes("DOCTOR");
  return (
    <ul className="grid list-disc gap-2 ps-5">
      {account.disabled ? (
        <>
          <li>
            <Trans>They can sign in again with their password. Old sign-ins stay ended.</Trans>
          </li>
          {isDoctor && (
            <li>
              <Trans>The doctor is listed again, and free times can be booked.</Trans>
            </li>
          )}
        </>
      ) : (
        <>
          <li>
            <Trans>They cannot sign in, and every sign-in ends within 15 minutes.</Trans>
          </li>
          {isDoctor && (
            <>
              <li>
                <Trans>The doctor is not listed any more, and nothing new can be booked.</Trans>
              </li>
              <li>
                <Trans>
                  Appointments that exist stay. You will find them on the overview, to be moved or
                  cancelled.
                </Trans>
              </li>
            </>
          )}
          {account.roles.includes("PATIENT") && (
            <li>
              <Trans>Their appointments stay as they are.</Trans>
            </li>
          )}
          <li>
            <Trans>It can be enabled again at any time.</Trans>
          </li>
        </>
      )}
    </ul>
  );
}

/** Disables an account, or enables it again. */
export function AccountSwitch({ account }: { account: Account }) {
  const { t } = useLingui();
  const own = useAccount()?.id === account.id;
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const done = (words: string) => ({
    onSuccess: async () => {
      setAsked(false);
      toast(words);
      await queries.invalidateQueries();
    },
  });
  const disable = $api.useMutation(
    "post",
    "/api/v1/admin/accounts/{id}/disable",
    done(t`The account is disabled.`),
  );
  const enable = $api.useMutation(
    "post",
    "/api/v1/admin/accounts/{id}/enable",
    done(t`The account is enabled.`),
  );
  const change = account.disabled ? enable : disable;
  if (own) {
    return (
      <Notice>
        <Trans>This is your own account. Another administrator can disable it.</Trans>
      </Notice>
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      {account.disabled && account.roles.includes("DOCTOR") && (
        <Notice tone="warn">
          <Trans>
            Appointments with this doctor may have to be moved:{" "}
            <TextLink to="/admin/appointments" search={{ doctorDisabled: true }}>
              look at them
            </TextLink>
            .
          </Trans>
        </Notice>
      )}
      <Button look={account.disabled ? "primary" : "danger"} onClick={() => setAsked(true)}>
        {account.disabled ? <Trans>Enable the account</Trans> : <Trans>Disable the account</Trans>}
      </Button>
      <Confirm
        open={asked}
        onClose={() => {
          setAsked(false);
          change.reset();
        }}
        title={
          account.disabled ? (
            <Trans>
              Enable the account of <bdi>{account.name}</bdi>?
            </Trans>
          ) : (
            <Trans>
              Disable the account of <bdi>{account.name}</bdi>?
            </Trans>
          )
        }
        action={account.disabled ? <Trans>Enable</Trans> : <Trans>Disable</Trans>}
        danger={!account.disabled}
        onConfirm={() => change.mutate({ params: { path: { id: account.id } } })}
        busy={change.isPending}
        error={change.error}
      >
        <Consequences account={account} />
      </Confirm>
    </div>
  );
}
