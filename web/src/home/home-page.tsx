import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { Button, TextLink } from "@/ui/button";
import { useTitle } from "@/ui/page";

function Search() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get("q")).trim();
    void navigate({ to: "/doctors", search: q === "" ? {} : { q } });
  };
  return (
    <search>
      <form onSubmit={search} className="flex flex-wrap gap-3">
        <input
          name="q"
          type="search"
          aria-label={t`Name, speciality or place`}
          placeholder={t`Name, speciality or place`}
          className="min-h-14 min-w-0 grow basis-64 rounded-md bg-surface px-4 text-lg ring-1 ring-edge placeholder:text-soft"
        />
        <Button type="submit" className="min-h-14 grow text-lg sm:grow-0">
          <Trans>Find a doctor</Trans>
        </Button>
      </form>
    </search>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: string }) {
  return (
    <li className="grid content-start gap-2">
      <span
        aria-hidden="true"
        className="grid size-10 place-items-center rounded-full bg-accent-soft font-semibold text-accent-strong"
      >
        {number}
      </span>
      <h2>{title}</h2>
      <p className="text-soft">{children}</p>
    </li>
  );
}

export function HomePage() {
  const { t } = useLingui();
  useTitle(t`Book a doctor`);
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-16 px-4 py-12 sm:px-6 sm:py-24">
      <section className="grid max-w-3xl gap-6">
        <h1 className="!text-4xl/tight sm:!text-6xl/tight">
          <Trans>A doctor you choose, at a time that suits you</Trans>
        </h1>
        <p className="text-xl text-soft">
          <Trans>
            See which times are free, book one, and have it confirmed within seconds. In person or
            by video.
          </Trans>
        </p>
        <Search />
        <p>
          <TextLink to="/doctors">
            <Trans>Look at all doctors</Trans>
          </TextLink>
        </p>
      </section>
      <ol className="grid gap-10 border-t border-line pt-12 sm:grid-cols-3">
        <Step number={1} title={t`Choose a time`}>
          {t`Every time you see is free at this moment, and shown in your own time zone.`}
        </Step>
        <Step number={2} title={t`Pay, or pay nothing`}>
          {t`The time is kept for you while you pay. If anything goes wrong you get all of it back.`}
        </Step>
        <Step number={3} title={t`Be there`}>
          {t`You are confirmed by e-mail, can write to your doctor, and cancel with a full refund.`}
        </Step>
      </ol>
    </div>
  );
}
