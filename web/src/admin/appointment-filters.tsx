import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import type { AppointmentsSearch } from "@/routes/_data/admin.appointments";
import { Checkbox, SelectField } from "@/ui/field";
import { DaysAndState } from "./days-and-state";
import { changed } from "./filters";
import { AccountPicker, DoctorPicker } from "./pickers";
import { appointmentWords } from "./words";

const route = getRouteApi("/_data/admin/appointments");

/** Which appointments are shown, and in what order: all of it is in the address. */
export function AppointmentFilters() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: object) =>
    void navigate({
      search: (before) => changed<AppointmentsSearch>(before, change),
    });
  return (
    <search className="mb-8 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <DaysAndState search={search} onChange={set} words={appointmentWords} />
      <DoctorPicker
        label={t`Doctor`}
        value={search.doctorId ?? ""}
        onChange={(doctorId) => set({ doctorId })}
      />
      <AccountPicker
        label={t`Patient`}
        having="PATIENT"
        value={search.patientId ?? ""}
        onChange={(patientId) => set({ patientId })}
      />
      <SelectField
        label={t`Order`}
        value={search.sort ?? ""}
        onChange={(event) => set({ sort: event.target.value })}
      >
        <option value="">
          {search.from || search.to ? t`First start first` : t`Newest request first`}
        </option>
        {(search.from || search.to) && (
          <option value="-requestedAt">{t`Newest request first`}</option>
        )}
        {!(search.from || search.to) && <option value="startsAt">{t`First start first`}</option>}
        <option value="-startsAt">{t`Last start first`}</option>
      </SelectField>
      <Checkbox
        label={t`Only those to be moved or cancelled, since the doctor's account is disabled`}
        className="sm:col-span-2"
        checked={search.doctorDisabled ?? false}
        onChange={(event) => set({ doctorDisabled: event.target.checked })}
      />
    </search>
  );
}
