import { type ReactNode, useEffect, useId, useRef } from "react";

/**
 * A question or a form over the page, while {@code open}. It is the browser's own dialog: it keeps
 * the focus, closes with Escape, and gives the focus back.
 */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons, the one that goes on first */
  actions?: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) {
      element.current?.showModal();
    } else {
      element.current?.close();
    }
  }, [open]);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={onClose}
      className="w-full max-w-lg rounded-lg bg-surface p-6 text-ink shadow-raised"
    >
      {open && (
        <div className="grid gap-4">
          <h2 id={id}>{title}</h2>
          {children}
          {actions && <div className="flex flex-wrap justify-end gap-3 pt-2">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
