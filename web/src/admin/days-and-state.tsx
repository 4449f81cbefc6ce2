import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import { SelectField, TextField } from "@/ui/field";

interface DaysAndStateSearch {
  from?: string;
  to?: string;
  status?: string;
}

/** The filters that lists of appointments and of payments have in common. */
export function DaysAndState<Status extends string>({
  search,
  onChange,
  words,
}: {
  search: DaysAndStateSearch;
  onChange: (change: DaysAndStateSearch) => void;
  words: Record<Status, MessageDescriptor>;
}) {
  const { t, i18n } = useLingui();
  return (
    <>
      <TextField
        label={t`From`}
        type="date"
        value={search.from ?? ""}
        max={search.to}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <TextField
        label={t`To`}
        type="date"
        value={search.to ?? ""}
        min={search.from}
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <SelectField
        label={t`State`}
        value={search.status ?? ""}
        onChange={(event) => onChange({ status: event.target.value })}
      >
        <option value="">{t`All`}</option>
        {Object.entries<MessageDescriptor>(words).map(([status, word]) => (
          <option key={status} value={status}>
            {i18n._(word)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
