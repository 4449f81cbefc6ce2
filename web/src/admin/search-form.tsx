import { Trans } from "@lingui/react/macro";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";

/** Words to search by, and other filters beside them. */
export function SearchForm({
  label,
  words = "",
  onSearch,
  children,
}: {
  label: string;
  words?: string | undefined;
  onSearch: (words: string) => void;
  children?: ReactNode;
}) {
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(String(new FormData(event.currentTarget).get("q")).trim());
  };
  return (
    <search className="mb-8">
      <form key={words} onSubmit={search} className="flex flex-wrap items-end gap-4">
        <TextField
          label={label}
          name="q"
          type="search"
          dir="auto"
          defaultValue={words}
          enterKeyHint="search"
          className="grow basis-64"
        />
        {children}
        <Button type="submit">
          <Trans>Search</Trans>
        </Button>
      </form>
    </search>
  );
}
