import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "@/api/client";
import { Button, ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { TextField } from "@/ui/field";
import { accepted } from "@/ui/form";
import { FormRefusal } from "@/ui/form-refusal";
import { Page } from "@/ui/page";
import { emailForm, rules } from "./rules";

export function ForgotPasswordPage() {
  const { t, i18n } = useLingui();
  const form = useForm({ defaultValues: { email: "" } });
  const errors = form.formState.errors;
  const [sent, setSent] = useState(false);
  const submit = form.handleSubmit(async ({ email }) => {
    const send = async () =>
      (await api.POST("/api/v1/auth/password/forgot", { body: { email } })).error;
    setSent(await accepted(form, i18n, send));
  });
  if (sent) {
    return (
      <Page title={t`Look into your mail`} narrow>
        <div className="grid justify-items-start gap-5">
          <Notice tone="good" live>
            <Trans>
              If there is an account with this address, a link is on its way. It works once, within
              30 minutes.
            </Trans>
          </Notice>
          <ButtonLink to="/sign-in" look="secondary">
            <Trans>Back to sign in</Trans>
          </ButtonLink>
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={t`Forgotten your password?`}
      lead={t`We send you a link to choose another.`}
      narrow
    >
      <form onSubmit={submit} noValidate className="grid gap-5">
        <TextField
          label={t`E-mail address`}
          type="email"
          autoComplete="username"
          dir="ltr"
          error={errors.email?.message}
          {...form.register("email", {
            validate: (email) => emailForm.test(email.trim()) || i18n._(rules.email),
          })}
        />
        <FormRefusal message={errors.root?.message} />
        <Button type="submit" busy={form.formState.isSubmitting}>
          <Trans>Send the link</Trans>
        </Button>
      </form>
    </Page>
  );
}
