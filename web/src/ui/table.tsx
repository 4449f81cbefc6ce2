import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

/**
 * Rows that are compared with each other. Where the screen is narrower than they are they scroll by
 * themselves, also by the keyboard.
 *
 * @param label what the rows are
 * @param heads what the columns are
 */
export function Table({
  label,
  heads,
  children,
}: {
  label: string;
  heads: ReactNode[];
  /** {@code <tr>}s of {@link RowHead} and {@link Cell} */
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll it
      tabIndex={0}
      className="overflow-x-auto rounded-lg bg-surface shadow-card ring-1 ring-line"
    >
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-line">
            {heads.map((head, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                key={column}
                scope="col"
                className="px-4 py-3 text-start text-sm font-medium whitespace-nowrap text-soft"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr+tr]:border-t [&>tr+tr]:border-line [&>tr:hover]:bg-sunken">
          {children}
        </tbody>
      </table>
    </section>
  );
}

const cell = "px-4 py-3 text-start align-baseline";

/** What a row is about. */
export function RowHead({ className, ...rest }: ComponentProps<"th">) {
  return <th scope="row" {...rest} className={classes(cell, "min-w-36 font-medium", className)} />;
}

export function Cell({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={classes(cell, className)} />;
}
