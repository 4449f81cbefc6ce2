import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "@/api/client";
import { Button, ButtonLink, TextLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { accepted } from "@/ui/form";
import { FormRefusal } from "@/ui/form-refusal";
import { Page } from "@/ui/page";
import { useMailedToken } from "./mailed-token";
import { PasswordField } from "./password-field";
import { rules, shortestPassword } from "./rules";

export function ResetPasswordPage() {
  const { t, i18n } = useLingui();
  const token = useMailedToken();
  const form = useForm({ defaultValues: { newPassword: "" } });
  const errors = form.formState.errors;
  const [changed, setChanged] = useState(false);
  const submit = form.handleSubmit(async ({ newPassword }) => {
    const send = async () =>
      (await api.POST("/api/v1/auth/password/reset", { body: { token, newPassword } })).error;
    setChanged(await accepted(form, i18n, send));
  });
  if (changed) {
    return (
      <Page title={t`Your password is changed`} narrow>
        <div className="grid justify-items-start gap-5">
          <Notice tone="good" live>
            <Trans>You were signed out everywhere. Sign in with your new password.</Trans>
          </Notice>
          <ButtonLink to="/sign-in">
            <Trans>Sign in</Trans>
          </ButtonLink>
        </div>
      </Page>
    );
  }
  if (token === "") {
    return (
      <Page title={t`Choose a new password`} narrow>
        <Notice tone="warn">
          <Trans>Open this page by the link in the mail.</Trans>{" "}
          <TextLink to="/forgot-password">
            <Trans>Ask for a new link</Trans>
          </TextLink>
        </Notice>
      </Page>
    );
  }
  return (
    <Page title={t`Choose a new password`} narrow>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <PasswordField
          label={t`New password`}
          hint={t`${shortestPassword} characters or more. Some words that belong together are good.`}
          autoComplete="new-password"
          error={errors.newPassword?.message}
          {...form.register("newPassword", {
            minLength: { value: shortestPassword, message: i18n._(rules.password) },
            required: i18n._(rules.password),
          })}
        />
        <FormRefusal message={errors.root?.message} />
        <Button type="submit" busy={form.formState.isSubmitting}>
          <Trans>Change the password</Trans>
        </Button>
      </form>
    </Page>
  );
}
