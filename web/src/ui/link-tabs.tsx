import { createLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

/** Parts of a page that have addresses of their own; its children are {@link LinkTab}s. */
export function LinkTabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex min-w-max gap-1 [&>li]:contents">{children}</ul>
    </nav>
  );
}

export const LinkTab = createLink(({ className, ...rest }: ComponentProps<"a">) => (
  <li>
    <a
      {...rest}
      className={classes(
        "inline-flex min-h-11 items-center border-b-2 border-transparent px-4 font-medium text-soft hover:text-ink",
        "aria-[current=page]:border-accent aria-[current=page]:text-accent",
        className,
      )}
    />
  </li>
));
