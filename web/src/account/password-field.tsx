import { Trans, useLingui } from "@lingui/react/macro";
import { type ComponentProps, useState } from "react";
import { TextField } from "@/ui/field";

/** A password, which one can look at while typing. */
export function PasswordField({ hint, ...rest }: ComponentProps<typeof TextField>) {
  const { t } = useLingui();
  const [seen, setSeen] = useState(false);
  return (
    <div className="grid gap-1.5">
      <TextField
        {...rest}
        type={seen ? "text" : "password"}
        dir="ltr"
        spellCheck={false}
        autoCapitalize="none"
        {...(hint !== undefined && { hint })}
      />
      <button
        type="button"
        aria-pressed={seen}
        aria-label={t`Show password`}
        onClick={() => setSeen(!seen)}
        className="min-h-8 justify-self-end text-sm text-accent underline underline-offset-4"
      >
        {seen ? <Trans>Hide</Trans> : <Trans>Show</Trans>}
      </button>
    </div>
  );
}
