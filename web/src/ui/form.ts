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

/**
 * Sends a form. What is refused, or could not be sent, is shown where it belongs.
 *
 * @param send returns the problem when it is refused
 * @returns whether it was accepted
 */
export async function accepted<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  i18n: I18n,
  send: () => Promise<unknown>,
): Promise<boolean> {
  const problem = await send().catch((error: unknown) => error);
  if (problem) {
    showRefusal(form, problem, i18n);
  }
  return !problem;
}
