import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sentenceOf } from "@/api/problem";
import { Button } from "./button";
import { classes } from "./classes";

export type Tone = "plain" | "good" | "warn" | "danger";

const tones: Record<Tone, string> = {
  plain: "bg-sunken text-ink",
  good: "bg-accent-soft text-accent-strong",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
};

/** A short word about the state of something. */
export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        "inline-flex items-center rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

/** What the reader should know here; {@code live} if it appears while they are on the page. */
export function Notice({
  tone = "plain",
  live = false,
  children,
}: {
  tone?: Tone;
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={classes("rounded-md px-4 py-3", tones[tone])}
    >
      {children}
    </div>
  );
}

/** The place of what is being loaded, of the size it will have. Not seen before 300 ms. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div className={classes("appears-late", className)} aria-hidden="true">
      <div className="h-full animate-pulse rounded-md bg-line" />
    </div>
  );
}

/** Some skeletons of rows, and a word for who cannot see them. */
export function LoadingRows({
  rows = 5,
  className = "h-24",
}: {
  rows?: number;
  className?: string;
}) {
  return (
    <div className="grid gap-3" aria-busy="true">
      <p className="sr-only" role="status">
        <Trans>Loading…</Trans>
      </p>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <Skeleton key={row} className={className} />
      ))}
    </div>
  );
}

/** Why there is nothing, and what to do about it. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-line px-6 py-14 text-center">
      <p className="text-lg font-semibold">{title}</p>
      {children && (
        <div className="grid max-w-prose justify-items-center gap-4 text-soft">{children}</div>
      )}
    </div>
  );
}

/** It could not be loaded; with a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { i18n } = useI18n();
  return (
    <div
      role="alert"
      className="grid justify-items-start gap-3 rounded-lg bg-danger-soft px-5 py-4"
    >
      <p className="text-danger">{sentenceOf(error, i18n)}</p>
      {retry && (
        <Button look="secondary" small onClick={retry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  );
}

/** Why what was just tried did not work; nothing while there is no error. */
export function Refusal({ error }: { error: unknown }) {
  const { i18n } = useI18n();
  return error ? (
    <Notice tone="danger" live>
      {sentenceOf(error, i18n)}
    </Notice>
  ) : null;
}
