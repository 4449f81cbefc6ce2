import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { api } from "@/api/client";
import { isProblem, sentenceOf } from "@/api/problem";
import { Button } from "@/ui/button";
import { showRefusal } from "@/ui/form";
import { FormRefusal } from "@/ui/form-refusal";
import { Card } from "@/ui/page";
import { toast } from "@/ui/toast";
import { PasswordField } from "./password-field";
import { rules, shortestPassword } from "./rules";

export function PasswordCard() {
  const { t, i18n } = useLingui();
  const form = useForm({ defaultValues: { currentPassword: "", newPassword: "" } });
  const errors = form.formState.errors;
  const submit = form.handleSubmit(async (body) => {
    try {
      const { error } = await api.POST("/api/v1/auth/password/change", { body });
      if (isProblem(error, "wrong-password")) {
        form.setError(
          "currentPassword",
          { message: sentenceOf(error, i18n) },
          { shouldFocus: true },
        );
      } else if (error) {
        showRefusal(form, error, i18n);
      } else {
        form.reset();
        toast(t`Your password is changed. Other devices were signed out.`);
      }
    } catch (error) {
      showRefusal(form, error, i18n);
    }
  });
  return (
    <Card>
      <h2 className="mb-5">
        <Trans>Password</Trans>
      </h2>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <PasswordField
          label={t`Current password`}
          autoComplete="current-password"
          error={errors.currentPassword?.message}
          {...form.register("currentPassword", { required: i18n._(rules.currentPassword) })}
        />
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
        <Button type="submit" className="justify-self-start" busy={form.formState.isSubmitting}>
          <Trans>Change the password</Trans>
        </Button>
      </form>
    </Card>
  );
}
