import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { $api, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import { EmptyState, Failed, LoadingRows } from "@/ui/feedback";

/** What a doctor sees who has a profile; its children get it. */
export function OwnDoctor({
  children,
}: {
  children: (doctor: Schemas["DoctorView"]) => ReactNode;
}) {
  const { t } = useLingui();
  const own = $api.useQuery("get", "/api/v1/doctors/me", {}, { staleTime: 300_000 });
  if (own.data) {
    return children(own.data);
  }
  if (isProblem(own.error, "not-found")) {
    return (
      <EmptyState title={t`You have no profile yet`}>
        <p>
          <Trans>An administrator creates it. Then patients find you and can book.</Trans>
        </p>
      </EmptyState>
    );
  }
  return own.isError ? (
    <Failed error={own.error} retry={() => void own.refetch()} />
  ) : (
    <LoadingRows />
  );
}
