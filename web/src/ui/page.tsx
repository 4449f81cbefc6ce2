import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "./classes";

let pagesSeen = 0;

/**
 * One page: its title, also of the window; the focus goes there when one comes from another page, so
 * that screen readers say where they are.
 */
export function Page({
  title,
  lead,
  actions,
  narrow = false,
  compact = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  /** On small screens the title is only read out: what is below needs the room. */
  compact?: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    pagesSeen += 1;
    if (pagesSeen > 1) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div
      className={classes(
        "mx-auto w-full px-4 sm:px-6",
        compact ? "py-3 lg:py-12" : "py-8 sm:py-12",
        narrow ? "max-w-xl" : "max-w-6xl",
      )}
    >
      <header
        className={classes(
          "mb-8 flex flex-wrap items-end justify-between gap-4",
          compact && "max-lg:sr-only",
        )}
      >
        <div className="grid max-w-3xl gap-2">
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {title}
          </h1>
          {lead && <div className="text-lg text-soft">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Carelane`;
  }, [title]);
}

/** A sheet on the page. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={classes(
        "rounded-lg bg-surface p-5 shadow-card ring-1 ring-line sm:p-6",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** Names and their values, one below the other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid gap-4 sm:grid-cols-[max-content_1fr] sm:gap-x-8">{children}</dl>;
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="-mt-4 sm:mt-0" dir="auto">
        {children}
      </dd>
    </>
  );
}
