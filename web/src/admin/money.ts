import type { Money } from "@/language/formats";

/** How many digits the minor unit of a currency has: 2 of EUR, 0 of JPY, 3 of KWD. */
export function digitsOf(currency: string): number {
  const form = new Intl.NumberFormat("en", { style: "currency", currency });
  return form.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * What was typed as an amount, in minor units.
 *
 * @return null when it is none, or finer than the currency is
 */
export function minorOf(typed: string, currency: string, locale: string): number | null {
  const text = latin(typed).replace(/[\s'’\u200e\u200f\u061c]/g, "");
  const { group, decimal } = signsOf(locale);
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const plain = /^\d+([.,]\d+)?$/;
  let amount: string;
  if (grouped.test(text)) {
    amount = text.replaceAll(group, "").replace(decimal, ".");
  } else if (plain.test(text)) {
    amount = text.replace(",", ".");
  } else {
    return null;
  }
  const [whole = "", fraction = ""] = amount.split(".");
  const digits = digitsOf(currency);
  if (fraction.length > digits) {
    return null;
  }
  const minor = Number(whole + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** An amount as its reader would type it. */
export function typedOf({ amountMinor, currency }: Money, locale: string): string {
  const digits = digitsOf(currency);
  const form = new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return form.format(amountMinor / 10 ** digits);
}

function signsOf(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const sign = (type: string) => latin(parts.find((it) => it.type === type)?.value ?? "");
  const decimal = sign("decimal") === "," ? "," : ".";
  // Other signs between groups are left out anyway.
  return { decimal, group: decimal === "," ? "." : "," };
}

/** With the digits and signs of ASCII in place of the Arabic ones. */
function latin(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("٫", ".")
    .replaceAll("٬", ",");
}
