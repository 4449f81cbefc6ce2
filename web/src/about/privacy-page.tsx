import { Trans, useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function PrivacyPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Privacy`} narrow>
      <div className="prose-page">
        <p>
          <Trans>
            Carelane keeps what is needed to book and hold your appointments: your name and e-mail
            address, your appointments with the reason you gave, your payments, and what you and
            your doctor wrote to each other.
          </Trans>
        </p>
        <p>
          <Trans>
            Your doctor sees your name, your appointments with them, and your messages to them.
            Administrators of the clinic see accounts, appointments and payments.
          </Trans>
        </p>
        <p>
          <Trans>
            These pages ask nobody else for anything: no advertising, no analytics, no pictures from
            other sites. In your browser they keep your language, your colours and, in a cookie that
            no page can read, that you are signed in. It is gone when you sign out.
          </Trans>
        </p>
        <p>
          <Trans>
            What you have typed and not sent yet, for a booking or to your doctor, stays in its tab
            until you send it, sign out or close the tab.
          </Trans>
        </p>
      </div>
    </Page>
  );
}
