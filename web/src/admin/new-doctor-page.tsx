import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { $api } from "@/api/client";
import { useKey } from "@/api/key";
import { ownZone, useFormats } from "@/language/formats";
import { Button, TextLink } from "@/ui/button";
import { FormRefusal } from "@/ui/form-refusal";
import { Page } from "@/ui/page";
import { toast } from "@/ui/toast";
import { DoctorFields } from "./doctor-fields";
import { showDoctorRefusal } from "./doctor-refusal";
import { type DoctorValues, newDoctor, requestOf } from "./doctor-values";

export function NewDoctorPage() {
  const { t, i18n } = useLingui();
  const { locale } = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const form = useForm<DoctorValues>({ defaultValues: { ...newDoctor, zone: ownZone } });
  const create = $api.useMutation("post", "/api/v1/doctors");
  const submit = form.handleSubmit(async (values) => {
    try {
      const body = requestOf(values, locale);
      const doctor = await create.mutateAsync({
        params: { header: { "Idempotency-Key": keyOf(body) } },
        body,
      });
      toast(t`The doctor was created. Now the times in which to be booked.`);
      await queries.invalidateQueries();
      await navigate({ to: "/admin/doctors/$doctorId", params: { doctorId: doctor.id } });
    } catch (error) {
      showDoctorRefusal(form, error, i18n);
    }
  });
  return (
    <Page title={t`New doctor`} narrow>
      <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-5">
        <DoctorFields form={form} fixed={{ zone: false, account: false }} />
        <FormRefusal message={form.formState.errors.root?.message} />
        <div className="flex flex-wrap items-center gap-5">
          <Button type="submit" busy={form.formState.isSubmitting}>
            <Trans>Create</Trans>
          </Button>
          <TextLink to="/admin/doctors">
            <Trans>Back to all doctors</Trans>
          </TextLink>
        </div>
      </form>
    </Page>
  );
}
