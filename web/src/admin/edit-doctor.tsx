import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "@/api/client";
import { isProblem } from "@/api/problem";
import { useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { FormRefusal } from "@/ui/form-refusal";
import { toast } from "@/ui/toast";
import { DoctorFields } from "./doctor-fields";
import { doctorQuery, type SeenDoctor } from "./doctor-page";
import { showDoctorRefusal } from "./doctor-refusal";
import { changeOf, type DoctorValues, valuesOf } from "./doctor-values";
import { OthersChange } from "./others-change";

/** Saves only what was seen: if somebody else has changed it meanwhile, both are shown. */
export function EditDoctor({ seen }: { seen: SeenDoctor }) {
  const { t, i18n } = useLingui();
  const { locale } = useFormats();
  const queries = useQueryClient();
  const { doctor } = seen;
  const [base, setBase] = useState(seen);
  const [theirs, setTheirs] = useState<DoctorValues | null>(null);
  const form = useForm<DoctorValues>({ defaultValues: valuesOf(doctor, locale) });
  const query = doctorQuery(doctor.id);

  const lookAgain = async () => {
    const now = await queries.fetchQuery({ ...query, staleTime: 0 });
    setBase(now);
    setTheirs(valuesOf(now.doctor, locale));
  };
  const submit = form.handleSubmit(async (values) => {
    try {
      const { data, error, response } = await api.PATCH("/api/v1/doctors/{id}", {
        params: { path: { id: doctor.id }, header: { "If-Match": base.tag } },
        body: changeOf({ ...values, accountId: doctor.accountId ? "" : values.accountId }, locale),
      });
      if (!data) {
        throw error;
      }
      const saved = { doctor: data, tag: response.headers.get("ETag") ?? "*" };
      queries.setQueryData(query.queryKey, saved);
      setBase(saved);
      setTheirs(null);
      form.reset(valuesOf(data, locale));
      toast(t`Saved.`);
      void queries.invalidateQueries({ queryKey: ["get", "/api/v1/doctors"] });
      void queries.invalidateQueries({ queryKey: ["get", "/api/v1/doctors/{id}"] });
    } catch (error) {
      if (isProblem(error, "precondition-failed")) {
        await lookAgain().catch((failure) => showDoctorRefusal(form, failure, i18n));
      } else {
        showDoctorRefusal(form, error, i18n);
      }
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 content-start gap-5">
      <DoctorFields form={form} fixed={{ zone: true, account: doctor.accountId !== null }} />
      {theirs && (
        <OthersChange
          theirs={theirs}
          ours={form.getValues()}
          onTake={() => {
            form.reset(theirs);
            setTheirs(null);
          }}
        />
      )}
      <FormRefusal message={form.formState.errors.root?.message} />
      <div>
        <Button type="submit" busy={form.formState.isSubmitting}>
          {theirs ? <Trans>Save mine all the same</Trans> : <Trans>Save</Trans>}
        </Button>
      </div>
    </form>
  );
}
