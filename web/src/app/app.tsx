import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { forgetKept } from "@/session/kept";
import { currentSession, onSession } from "@/session/session";
import { router } from "./router";

/** Nobody sees what belongs to another: what was loaded goes with the account. */
function watchAccount(): () => void {
  const accountId = () => {
    const session = currentSession();
    return session.state === "signed-in" ? session.account.id : null;
  };
  let known = accountId();
  return onSession(() => {
    const before = known;
    known = accountId();
    const session = currentSession();
    if (session.state === "signed-out" && session.because === "chosen") {
      forgetKept();
    }
    // First away from the page, which would ask for its data again.
    void router.invalidate().finally(() => {
      if (before !== null && before !== accountId()) {
        void import("@/api/queries").then(({ queries }) => queries.clear());
      }
    });
  });
}

export function App() {
  useEffect(watchAccount, []);
  return (
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>
  );
}
