import { useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { $api } from "@/api/client";
import type { Role } from "@/session/session";
import { ComboBoxField, type Option } from "@/ui/combo-box";

interface Picker {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** An id; empty for none */
  value: string;
  onChange: (id: string) => void;
}

/** Finds an account by name or e-mail address. */
export function AccountPicker({ having, value, ...field }: Picker & { having: Role }) {
  const [words, setWords] = useState("");
  const found = $api.useQuery(
    "get",
    "/api/v1/admin/accounts",
    { params: { query: { role: having, limit: 20, ...(words && { q: words }) } } },
    { placeholderData: keepPreviousData },
  );
  const chosen = $api.useQuery(
    "get",
    "/api/v1/admin/accounts/{id}",
    { params: { path: { id: value } } },
    { enabled: value !== "" },
  );
  const option = ({ id, name, email }: { id: string; name: string; email: string }) => ({
    id,
    name,
    detail: email,
  });
  return (
    <ComboBoxField
      {...field}
      value={value}
      options={withChosen(found.data?.items.map(option), chosen.data && option(chosen.data))}
      onSearch={setWords}
    />
  );
}

/** Finds a doctor by name, speciality or place. */
export function DoctorPicker({ value, ...field }: Picker) {
  const { i18n } = useLingui();
  const [words, setWords] = useState("");
  const found = $api.useQuery(
    "get",
    "/api/v1/doctors",
    {
      params: {
        query: { limit: 20, ...(words && { q: words }) },
        header: { "Accept-Language": i18n.locale },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const chosen = $api.useQuery(
    "get",
    "/api/v1/doctors/{id}",
    { params: { path: { id: value } } },
    { enabled: value !== "" },
  );
  const option = (it: { id: string; name: string; specialization: string }) => ({
    id: it.id,
    name: it.name,
    detail: it.specialization,
  });
  return (
    <ComboBoxField
      {...field}
      value={value}
      options={withChosen(found.data?.items.map(option), chosen.data && option(chosen.data))}
      onSearch={setWords}
    />
  );
}

/** The one that is chosen has a name also where others were found. */
function withChosen(found: Option[] = [], chosen: Option | undefined): Option[] {
  return chosen && !found.some((it) => it.id === chosen.id) ? [...found, chosen] : found;
}
