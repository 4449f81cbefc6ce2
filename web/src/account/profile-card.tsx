import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { api } from "@/api/client";
import { type Language, languages } from "@/language/languages";
import { choose } from "@/language/messages";
import { type Account, lookAgain } from "@/session/session";
import { Button } from "@/ui/button";
import { SelectField, TextField } from "@/ui/field";
import { accepted } from "@/ui/form";
import { FormRefusal } from "@/ui/form-refusal";
import { Card } from "@/ui/page";
import { toast } from "@/ui/toast";
import { rules } from "./rules";

export function ProfileCard({ account }: { account: Account }) {
  const { t, i18n } = useLingui();
  const form = useForm({
    defaultValues: {
      name: account.name,
      language: account.language ?? i18n.locale,
      zone: account.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  });
  const errors = form.formState.errors;
  const { language, zone } = form.getValues();
  const submit = form.handleSubmit(async (values) => {
    const send = async () => {
      const { error } = await api.PATCH("/api/v1/auth/me", { body: values });
      return error ?? lookAgain();
    };
    if (await accepted(form, i18n, send)) {
      if (values.language in languages) {
        await choose(values.language as Language);
      }
      toast(t`Saved`);
    }
  });
  return (
    <Card>
      <h2 className="mb-5">
        <Trans>Profile</Trans>
      </h2>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <TextField
          label={t`Your name`}
          autoComplete="name"
          dir="auto"
          error={errors.name?.message}
          {...form.register("name", {
            validate: (name) => name.trim() !== "" || i18n._(rules.name),
          })}
        />
        <SelectField
          label={t`Language`}
          hint={t`Of these pages and of our mails`}
          error={errors.language?.message}
          {...form.register("language")}
        >
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
          {!(language in languages) && <option>{language}</option>}
        </SelectField>
        <SelectField
          label={t`Time zone`}
          hint={t`Of the times in our mails. These pages go by your device.`}
          error={errors.zone?.message}
          {...form.register("zone")}
        >
          {[...new Set([zone, ...Intl.supportedValuesOf("timeZone")])].sort().map((name) => (
            <option key={name} value={name}>
              {name.replaceAll("_", " ")}
            </option>
          ))}
        </SelectField>
        <FormRefusal message={errors.root?.message} />
        <Button type="submit" className="justify-self-start" busy={form.formState.isSubmitting}>
          <Trans>Save</Trans>
        </Button>
      </form>
    </Card>
  );
}
