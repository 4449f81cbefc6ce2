import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { currentSession, signIn, useSession } from "@/session/session";
import { Button, TextLink } from "@/ui/button";
import { Notice } from "@/ui/feedback";
import { TextField } from "@/ui/field";
import { accepted } from "@/ui/form";
import { FormRefusal } from "@/ui/form-refusal";
import { Page } from "@/ui/page";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t, i18n } = useLingui();
  const { next } = route.useSearch();
  const session = useSession();
  const router = useRouter();
  const form = useForm({ defaultValues: { email: "", password: "" } });
  const errors = form.formState.errors;
  useEffect(() => {
    // Also when another tab has signed in.
    if (session.state === "signed-in") {
      router.history.replace(next ?? homeOf(session.account.roles));
    }
  }, [session, next, router]);
  const submit = form.handleSubmit(async ({ email, password }) => {
    await accepted(form, i18n, () => signIn(email, password));
  });
  const because = currentSession();
  return (
    <Page title={t`Sign in`} narrow>
      <form onSubmit={submit} noValidate className="grid gap-5">
        {because.state === "signed-out" && because.because === "expired" && (
          <Notice>
            <Trans>Your session has ended. Sign in to go on where you were.</Trans>
          </Notice>
        )}
        <TextField
          label={t`E-mail address`}
          type="email"
          autoComplete="username"
          dir="ltr"
          error={errors.email?.message}
          {...form.register("email", { required: t`Enter your e-mail address` })}
        />
        <TextField
          label={t`Password`}
          type="password"
          autoComplete="current-password"
          dir="ltr"
          error={errors.password?.message}
          {...form.register("password", { required: t`Enter your password` })}
        />
        <FormRefusal message={errors.root?.message} />
        <Button type="submit" busy={form.formState.isSubmitting}>
          <Trans>Sign in</Trans>
        </Button>
        <p className="flex flex-wrap justify-between gap-3">
          <TextLink to="/forgot-password">
            <Trans>Forgotten your password?</Trans>
          </TextLink>
          <TextLink to="/sign-up" search={next ? { next } : {}}>
            <Trans>New here? Sign up</Trans>
          </TextLink>
        </p>
      </form>
    </Page>
  );
}

/** Where the day begins, by what one does here. */
function homeOf(roles: string[]): string {
  if (roles.includes("ADMIN")) {
    return "/admin";
  }
  return roles.includes("DOCTOR") ? "/desk" : "/appointments";
}
