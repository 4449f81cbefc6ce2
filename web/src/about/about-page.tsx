import { Trans, useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page";

export function AboutPage() {
  const { t } = useLingui();
  return (
    <Page title={t`What Carelane is`} narrow>
      <div className="prose-page">
        <p>
          <Trans>
            Carelane books medical appointments. You see when a doctor is free, book, pay, and are
            confirmed; afterwards you can write to your doctor here.
          </Trans>
        </p>
        <p>
          <Trans>
            A time that you book is kept for you while your payment is under way, and nobody else
            can have it. If the payment fails, or the doctor cannot see you, the time is released
            and you get back everything you paid.
          </Trans>
        </p>
        <p>
          <Trans>
            Carelane is open: whoever runs a clinic can run it, look into it, and build upon its
            programming interface.
          </Trans>
        </p>
        <p>
          <Trans>
            It is not for emergencies. In an emergency call your local emergency number.
          </Trans>
        </p>
      </div>
    </Page>
  );
}
