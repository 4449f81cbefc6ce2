import { Trans } from "@lingui/react/macro";
import { ButtonLink } from "@/ui/button";

/** Where there is room for either the list or a conversation only. */
export function BackToAll() {
  return (
    <ButtonLink to="/messages" look="quiet" small className="-ms-2 lg:!hidden">
      <span aria-hidden="true" className="rtl:rotate-180">
        ←
      </span>
      <Trans>All</Trans>
    </ButtonLink>
  );
}
