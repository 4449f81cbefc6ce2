import type { I18n } from "@lingui/core";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { asProblem, fieldSentenceOf, sentenceOf } from "@/api/problem";

/**
 * Shows a refusal where it belongs: at the fields it names, or else above the button, as the form's
 * error {@code root}.
 */
export function showRefusal<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  i18n: I18n,
): void {
  const named = (asProblem(error)?.errors ?? []).filter((it) => it.field in form.getValues());
  for (const { field, message } of named) {
    form.setError(
      field as Path<Values>,
      { message: fieldSentenceOf(message, i18n) },
      { shouldFocus: true },
    );
  }
  if (named.length === 0) {
    form.setError("root", { message: sentenceOf(error, i18n) });
  }
}
