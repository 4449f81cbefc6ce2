import { Trans } from "@lingui/react/macro";
import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

/** Says that there is no network, while there is none. */
export function NetworkNotice() {
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
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
