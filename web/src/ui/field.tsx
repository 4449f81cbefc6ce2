import { Trans } from "@lingui/react/macro";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes";

interface Described {
  label: ReactNode;
  /** Below the label: what is expected */
  hint?: ReactNode;
  /** What is wrong with the value */
  error?: string | undefined;
  optional?: boolean;
}

export const box =
  "w-full rounded-md bg-surface px-3 text-ink ring-1 ring-edge placeholder:text-soft aria-invalid:ring-2 aria-invalid:ring-danger disabled:bg-sunken";

/** The parts of a field in their order, tied together for screen readers. */
function useField({ label, hint, error, optional }: Described) {
  const id = useId();
  const describedBy = classes(hint !== undefined && `${id}-hint`, error && `${id}-error`);
  return {
    control: {
      id,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": describedBy || undefined,
    } as const,
    frame: (control: ReactNode, className?: string) => (
      <div className={classes("grid gap-1.5", className)}>
        <label htmlFor={id} className="font-medium">
          {label}{" "}
          {optional && (
            <span className="text-sm font-normal text-soft">
              <Trans>(optional)</Trans>
            </span>
          )}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-sm text-soft">
            {hint}
          </p>
        )}
        {control}
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      </div>
    ),
  };
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="text-sm font-medium text-danger">
      {children}
    </p>
  );
}

type Own<Element extends "input" | "textarea" | "select"> = Described &
  Omit<ComponentProps<Element>, "id">;

export function TextField({ label, hint, error, optional, className, ...rest }: Own<"input">) {
  const field = useField({ label, hint, error, optional: optional ?? false });
  return field.frame(
    <input type="text" {...rest} {...field.control} className={classes(box, "min-h-11")} />,
    className,
  );
}

export function TextArea({ label, hint, error, optional, className, ...rest }: Own<"textarea">) {
  const field = useField({ label, hint, error, optional: optional ?? false });
  return field.frame(
    <textarea rows={4} dir="auto" {...rest} {...field.control} className={classes(box, "py-2")} />,
    className,
  );
}

/** Its children are {@code <option>}s. */
export function SelectField({ label, hint, error, optional, className, ...rest }: Own<"select">) {
  const field = useField({ label, hint, error, optional: optional ?? false });
  return field.frame(
    <select {...rest} {...field.control} className={classes(box, "min-h-11")} />,
    className,
  );
}

export function Checkbox({
  label,
  hint,
  error,
  className,
  ...rest
}: Described & Omit<ComponentProps<"input">, "id">) {
  const id = useId();
  return (
    <div className={classes("flex items-start gap-3", className)}>
      <input
        type="checkbox"
        {...rest}
        id={id}
        aria-describedby={hint !== undefined ? `${id}-hint` : undefined}
        className="mt-1 size-5 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-sm text-soft">
            {hint}
          </p>
        )}
        {error && <FieldError>{error}</FieldError>}
      </div>
    </div>
  );
}

/** One of several, each a card: its children are {@link Choice}s. */
export function Choices({ label, error, children }: Described & { children: ReactNode }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {children}
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}

export function Choice({
  label,
  hint,
  ...rest
}: { label: ReactNode; hint?: ReactNode } & ComponentProps<"input">) {
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-md bg-surface p-4 ring-1 ring-line has-checked:bg-accent-soft has-checked:ring-2 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input type="radio" {...rest} className="mt-1 size-5 shrink-0 accent-accent" />
      <span>
        <span className="font-medium">{label}</span>
        {hint !== undefined && <span className="block text-sm text-soft">{hint}</span>}
      </span>
    </label>
  );
}
