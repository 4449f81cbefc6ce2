import { createLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

type Look = "primary" | "secondary" | "quiet" | "danger";

const looks: Record<Look, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "bg-surface text-ink ring-1 ring-edge hover:bg-sunken",
  quiet: "text-accent hover:bg-accent-soft",
  danger: "bg-surface text-danger ring-1 ring-danger hover:bg-danger-soft",
};

function shape(look: Look, small: boolean, extra?: string): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-md font-medium no-underline transition-colors",
    "disabled:opacity-50 disabled:cursor-not-allowed aria-disabled:opacity-60",
    small ? "min-h-9 px-3 text-sm" : "min-h-11 px-5",
    looks[look],
    extra,
  );
}

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  small?: boolean;
  /** It was pressed, and what it does is under way: pressing again does nothing. */
  busy?: boolean;
}

export function Button({
  look = "primary",
  small = false,
  busy = false,
  className,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={shape(look, small, className)}
    />
  );
}

interface LookOfLink extends ComponentProps<"a"> {
  look?: Look;
  small?: boolean;
  children?: ReactNode;
}

/** A link that looks like a button: it leads somewhere. */
export const ButtonLink = createLink(
  ({ look = "primary", small = false, className, ...rest }: LookOfLink) => (
    <a {...rest} className={shape(look, small, className)} />
  ),
);

export const TextLink = createLink(({ className, ...rest }: ComponentProps<"a">) => (
  <a
    {...rest}
    className={classes(
      "text-accent underline decoration-1 underline-offset-4 hover:decoration-2",
      className,
    )}
  />
));
