import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Refusal } from "@/ui/feedback";

/** Asks before something is done that is not easily undone; says what follows from it. */
export function Confirm({
  open,
  onClose,
  title,
  action,
  onConfirm,
  busy,
  error,
  danger = true,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What the button says */
  action: ReactNode;
  onConfirm: () => void;
  busy: boolean;
  error?: unknown;
  danger?: boolean;
  children: ReactNode;
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
          <Button look="secondary" onClick={onClose}>
            <Trans>Do nothing</Trans>
          </Button>
        </>
      }
    >
      {children}
      <Refusal error={error} />
    </Dialog>
  );
}
