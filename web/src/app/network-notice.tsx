import { Trans } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Says that there is no network, while there is none. */
export function NetworkNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="bg-warn-soft px-4 py-2 text-center text-warn">
          <Trans>You are offline. What you see may be old; nothing can be booked now.</Trans>
        </p>
      )}
    </div>
  );
}
