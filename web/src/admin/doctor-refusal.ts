import type { I18n } from "@lingui/core";
import type { UseFormReturn } from "react-hook-form";
import { asProblem, isProblem, sentenceOf } from "@/api/problem";
import { showRefusal } from "@/ui/form";
import type { DoctorValues } from "./doctor-values";

const ofAccount = ["doctor-exists", "doctor-has-account", "not-a-doctors-account"];

/** Shows a refusal at the field it is about, under the names the form has for them. */
export function showDoctorRefusal(
  form: UseFormReturn<DoctorValues>,
  error: unknown,
  i18n: I18n,
): void {
  if (ofAccount.some((type) => isProblem(error, type))) {
    form.setError("accountId", { message: sentenceOf(error, i18n) });
    return;
  }
  const problem = asProblem(error);
  showRefusal(
    form,
    problem?.errors
      ? { ...problem, errors: problem.errors.map((it) => ({ ...it, field: nameOf(it.field) })) }
      : error,
    i18n,
  );
}

function nameOf(field: string): string {
  if (field.startsWith("fee")) {
    return field.endsWith("currency") ? "currency" : "amount";
  }
  return field.replace(/[[.].*$/, "");
}
