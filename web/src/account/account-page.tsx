import { useLingui } from "@lingui/react/macro";
import { useAccount } from "@/session/session";
import { Page } from "@/ui/page";
import { EmailCard } from "./email-card";
import { PasswordCard } from "./password-card";
import { ProfileCard } from "./profile-card";
import { SessionsCard } from "./sessions-card";

export function AccountPage() {
  const { t } = useLingui();
  const account = useAccount();
  return (
    <Page title={t`Your account`}>
      {account && (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <ProfileCard account={account} />
          <PasswordCard />
          <EmailCard account={account} />
          <SessionsCard />
        </div>
      )}
    </Page>
  );
}
