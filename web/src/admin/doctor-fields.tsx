import { useLingui } from "@lingui/react/macro";
import { Controller, type UseFormReturn } from "react-hook-form";
import { $api } from "@/api/client";
import { useFormats } from "@/language/formats";
import { ComboBoxField } from "@/ui/combo-box";
import { SelectField, TextArea, TextField } from "@/ui/field";
import { useCurrencies, useZones } from "./choices";
import type { DoctorValues } from "./doctor-values";
import { LanguagesField } from "./languages-field";
import { digitsOf, minorOf } from "./money";
import { AccountPicker } from "./pickers";

/** What there is to be known of a doctor. */
export function DoctorFields({
  form,
  fixed,
}: {
  form: UseFormReturn<DoctorValues>;
  /** What cannot be changed any more */
  fixed: { zone: boolean; account: boolean };
}) {
  const { t, i18n } = useLingui();
  const errors = form.formState.errors;
  const specializations = $api.useQuery("get", "/api/v1/specializations", {
    params: { header: { "Accept-Language": i18n.locale } },
  });
  return (
    <>
      <TextField
        label={t`Name`}
        hint={t`With title, as patients read it.`}
        dir="auto"
        autoComplete="off"
        error={errors.name?.message}
        {...form.register("name", { validate: (it) => it.trim() !== "" || t`Enter a name` })}
      />
      <Controller
        control={form.control}
        name="specialization"
        rules={{ validate: (it) => it.trim() !== "" || t`Enter a speciality` }}
        render={({ field }) => (
          <ComboBoxField
            label={t`Speciality`}
            hint={t`One of those there are, or another.`}
            error={errors.specialization?.message}
            options={(specializations.data ?? []).map((name) => ({ id: name, name }))}
            value={field.value}
            onChange={field.onChange}
            ownWords
          />
        )}
      />
      <Fee form={form} />
      {!fixed.zone && <Zone form={form} />}
      <Controller
        control={form.control}
        name="languages"
        render={({ field }) => (
          <LanguagesField
            value={field.value}
            onChange={field.onChange}
            error={errors.languages?.message}
          />
        )}
      />
      <TextField
        label={t`Place`}
        hint={t`Town or address, as patients read it.`}
        optional
        dir="auto"
        autoComplete="off"
        error={errors.location?.message}
        {...form.register("location")}
      />
      <TextArea
        label={t`About`}
        optional
        error={errors.about?.message}
        {...form.register("about")}
      />
      {!fixed.account && (
        <Controller
          control={form.control}
          name="accountId"
          render={({ field }) => (
            <AccountPicker
              having="DOCTOR"
              label={t`Account`}
              hint={t`With it the doctor signs in, sees the bookings and writes with patients. It stays what it is once chosen.`}
              optional
              error={errors.accountId?.message}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      )}
    </>
  );
}

function Fee({ form }: { form: UseFormReturn<DoctorValues> }) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const currencies = useCurrencies();
  const errors = form.formState.errors;
  const check = (amount: string, { currency }: DoctorValues) => {
    if (minorOf(amount, currency, locale) !== null) {
      return true;
    }
    const digits = digitsOf(currency);
    return digits === 0
      ? t`Enter a whole amount, without a sign`
      : t`Enter an amount with ${digits} decimal digits at most`;
  };
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextField
        label={t`Fee`}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        error={errors.amount?.message}
        {...form.register("amount", { validate: check, deps: ["currency"] })}
      />
      <SelectField
        label={t`Currency`}
        error={errors.currency?.message}
        {...form.register("currency")}
      >
        {currencies.map(({ id, name }) => (
          <option key={id} value={id}>
            {id} – {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

function Zone({ form }: { form: UseFormReturn<DoctorValues> }) {
  const { t } = useLingui();
  const zones = useZones();
  return (
    <Controller
      control={form.control}
      name="zone"
      rules={{ required: t`Choose a time zone` }}
      render={({ field }) => (
        <ComboBoxField
          label={t`Time zone`}
          hint={t`Where the doctor works: hours are in this zone. It cannot be changed later.`}
          error={form.formState.errors.zone?.message}
          options={zones}
          value={field.value}
          onChange={field.onChange}
        />
      )}
    />
  );
}
