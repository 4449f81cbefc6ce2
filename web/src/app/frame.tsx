import { Trans } from "@lingui/react/macro";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAccount } from "@/session/session";
import { Toasts } from "@/ui/toast";
import { Footer } from "./footer";
import { Header } from "./header";
import { NetworkNotice } from "./network-notice";

const LiveUpdates = lazy(() => import("@/notifications/live-updates"));

/** What is around every page. */
export function Frame() {
  const account = useAccount();
  return (
    <div className="grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr_auto]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        <Trans>To the content</Trans>
      </a>
      <div>
        <NetworkNotice />
        <Header />
      </div>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <Toasts />
      {account && (
        <Suspense>
          <LiveUpdates key={account.id} />
        </Suspense>
      )}
    </div>
  );
}
