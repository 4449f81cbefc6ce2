import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { $api } from "@/api/client";
import { useKey } from "@/api/key";
import { isProblem, sentenceOf } from "@/api/problem";
import type { Role } from "@/session/session";
import { Button, TextLink } from "@/ui/button";
import { Checkbox, FieldError, TextField } from "@/ui/field";
import { showRefusal } from "@/ui/form";
import { FormRefusal } from "@/ui/form-refusal";
import { Page } from "@/ui/page";
import { toast } from "@/ui/toast";
import { roles, roleWords } from "./words";

interface Values {
  name: string;
  email: string;
  password: string;
  roles: Role[];
}

export function NewAccountPage() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const form = useForm<Values>({
    defaultValues: { name: "", email: "", password: "", roles: ["DOCTOR"] },
  });
  const errors = form.formState.errors;
  const create = $api.useMutation("post", "/api/v1/admin/accounts");
  const submit = form.handleSubmit(async (values) => {
    try {
      const account = await create.mutateAsync({
        params: { header: { "Idempotency-Key": keyOf(values) } },
        body: values,
      });
      toast(t`The account was created.`);
      await queries.invalidateQueries();
      await navigate({ to: "/admin/accounts/$accountId", params: { accountId: account.id } });
    } catch (error) {
      if (isProblem(error, "email-taken")) {
        form.setError("email", { message: sentenceOf(error, i18n) }, { shouldFocus: true });
      } else {
        showRefusal(form, error, i18n);
      }
    }
  });
  return (
    <Page title={t`New account`} narrow>
      <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-5">
        <TextField
          label={t`Name`}
          dir="auto"
          autoComplete="off"
          error={errors.name?.message}
          {...form.register("name", { validate: (it) => it.trim() !== "" || t`Enter a name` })}
        />
        <TextField
          label={t`E-mail address`}
          type="email"
          dir="ltr"
          autoComplete="off"
          error={errors.email?.message}
          {...form.register("email", { required: t`Enter an e-mail address` })}
        />
        <TextField
          label={t`First password`}
          hint={t`At least 8 characters that are not easily guessed. Its owner should change it after signing in.`}
          type="password"
          dir="ltr"
          autoComplete="new-password"
          error={errors.password?.message}
          {...form.register("password", { required: t`Enter a password` })}
        />
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-medium">
            <Trans>Roles</Trans>
          </legend>
          {roles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={i18n._(roleWords[role])}
              {...form.register("roles", {
                validate: (it) => it.length > 0 || t`Choose one role at least`,
              })}
            />
          ))}
          {errors.roles && <FieldError>{errors.roles.message}</FieldError>}
        </fieldset>
        <FormRefusal message={errors.root?.message} />
        <div className="flex flex-wrap items-center gap-5">
          <Button type="submit" busy={form.formState.isSubmitting}>
            <Trans>Create</Trans>
          </Button>
          <TextLink to="/admin/accounts">
            <Trans>Back to all accounts</Trans>
          </TextLink>
        </div>
      </form>
    </Page>
  );
}
