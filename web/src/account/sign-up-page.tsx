import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { api } from "@/api/client";
import { useKey } from "@/api/key";
import { ownZone } from "@/language/formats";
import { signIn } from "@/session/session";
import { Button, TextLink } from "@/ui/button";
import { TextField } from "@/ui/field";
import { accepted } from "@/ui/form";
import { FormRefusal } from "@/ui/form-refusal";
import { Page } from "@/ui/page";
import { PasswordField } from "./password-field";
import { emailForm, rules, shortestPassword } from "./rules";

const route = getRouteApi("/_data/sign-up");

export function SignUpPage() {
  const { t, i18n } = useLingui();
  const { next } = route.useSearch();
  const router = useRouter();
  const form = useForm({ defaultValues: { name: "", email: "", password: "" } });
  const errors = form.formState.errors;
  const keyOf = useKey();
  const submit = form.handleSubmit(async (values) => {
    const send = async () => {
      const body = { ...values, language: i18n.locale, zone: ownZone };
      const { error } = await api.POST("/api/v1/auth/register", {
        params: { header: { "Idempotency-Key": keyOf(body) } },
        body,
      });
      return error ?? signIn(values.email, values.password);
    };
    if (await accepted(form, i18n, send)) {
      router.history.replace(next ?? "/doctors");
    }
  });
  return (
    <Page title={t`Sign up`} lead={t`It takes a minute, and costs nothing.`} narrow>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <TextField
          label={t`Your name`}
          hint={t`As your doctor should call you`}
          autoComplete="name"
          dir="auto"
          error={errors.name?.message}
          {...form.register("name", {
            validate: (name) => name.trim() !== "" || i18n._(rules.name),
          })}
        />
        <TextField
          label={t`E-mail address`}
          hint={t`Confirmations are sent there`}
          type="email"
          autoComplete="username"
          dir="ltr"
          error={errors.email?.message}
          {...form.register("email", {
            validate: (email) => emailForm.test(email.trim()) || i18n._(rules.email),
          })}
        />
        <PasswordField
          label={t`Password`}
          hint={t`${shortestPassword} characters or more. Some words that belong together are good.`}
          autoComplete="new-password"
          error={errors.password?.message}
          {...form.register("password", {
            minLength: { value: shortestPassword, message: i18n._(rules.password) },
            required: i18n._(rules.password),
          })}
        />
        <FormRefusal message={errors.root?.message} />
        <Button type="submit" busy={form.formState.isSubmitting}>
          <Trans>Sign up</Trans>
        </Button>
        <p>
          <TextLink to="/sign-in" search={next ? { next } : {}}>
            <Trans>You have an account? Sign in</Trans>
          </TextLink>
        </p>
      </form>
    </Page>
  );
}
