import { Trans } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import {
  Button,
  ComboBox,
  I18nProvider,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import { useFormats } from "@/language/formats";
import { classes } from "./classes";
import { box } from "./field";

export interface Option {
  id: string;
  name: string;
  /** A second line */
  detail?: string;
}

/**
 * One of many, found by typing. The options are those to choose from, or with {@code onSearch} those
 * that were found for what was typed.
 */
export function ComboBoxField({
  label,
  hint,
  error,
  optional = false,
  options,
  value,
  onChange,
  onSearch,
  ownWords = false,
  autoFocus = false,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  options: Option[];
  /** The id of an option, or with {@code ownWords} the text; empty for none */
  value: string;
  onChange: (value: string) => void;
  onSearch?: (words: string) => void;
  /** Whether what is typed is good without being an option */
  ownWords?: boolean;
  autoFocus?: boolean;
}) {
  const { locale } = useFormats();
  const nameOf = (id: string) => options.find((it) => it.id === id)?.name ?? (ownWords ? id : "");
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? nameOf(value);
  const type = (words: string) => {
    setTyped(words);
    onSearch?.(words);
    if (ownWords || words === "") {
      onChange(words);
    }
  };
  return (
    <I18nProvider locale={locale}>
      <ComboBox
        items={onSearch ? options : matching(options, typed ?? "")}
        inputValue={text}
        onInputChange={type}
        value={ownWords ? null : value || null}
        onChange={(id) => {
          if (id !== null) {
            onChange(String(id));
            setTyped(null);
          }
        }}
        onBlur={() => {
          setTyped(null);
          onSearch?.("");
        }}
        allowsCustomValue
        allowsEmptyCollection
        menuTrigger="input"
        isInvalid={error !== undefined}
        className="grid content-start gap-1.5"
      >
        <Label className="font-medium">
          {label}{" "}
          {optional && (
            <span className="text-sm font-normal text-soft">
              <Trans>(optional)</Trans>
            </span>
          )}
        </Label>
        {hint !== undefined && (
          <Text slot="description" className="text-sm text-soft">
            {hint}
          </Text>
        )}
        <div className="relative">
          <Input dir="auto" autoFocus={autoFocus} className={classes(box, "min-h-11 pe-11")} />
          <Button className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded-md text-soft">
            <svg viewBox="0 0 12 8" className="w-3" aria-hidden="true">
              <path d="M1 1l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
            </svg>
          </Button>
        </div>
        {error && (
          <Text slot="errorMessage" role="alert" className="text-sm font-medium text-danger">
            {error}
          </Text>
        )}
        <Popover className="w-(--trigger-width) overflow-y-auto rounded-md bg-surface py-1 shadow-raised ring-1 ring-line">
          <ListBox<Option>
            className="max-h-72 overflow-y-auto outline-none"
            renderEmptyState={() => (
              <p className="px-3 py-2 text-soft">
                <Trans>Nothing fits</Trans>
              </p>
            )}
          >
            {(option) => (
              <ListBoxItem
                id={option.id}
                textValue={option.name}
                className="grid cursor-pointer px-3 py-2 data-focused:bg-accent-soft data-selected:font-medium"
              >
                <bdi>{option.name}</bdi>
                {option.detail && <bdi className="text-sm text-soft">{option.detail}</bdi>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}

/** Those with each of the words somewhere. */
export function matching(options: Option[], typed: string): Option[] {
  const words = typed.toLocaleLowerCase().split(/\s+/);
  return options.filter(({ name, detail }) => {
    const text = `${name} ${detail ?? ""}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
