import { classes } from "./classes";

const tints = [
  "bg-accent-soft text-accent-strong",
  "bg-warn-soft text-warn",
  "bg-danger-soft text-danger",
  "bg-sunken text-ink",
];

/** Initials in place of a picture: always there, and nobody's face. The name stands beside it. */
export function Avatar({
  name,
  large = false,
  small = false,
}: {
  name: string;
  large?: boolean;
  small?: boolean;
}) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "inline-grid shrink-0 place-items-center rounded-full font-semibold",
        large ? "size-20 text-2xl" : small ? "size-9 text-sm" : "size-12",
        tints[tintOf(name)],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

/** Of the first and the last word; titles do not count. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "" && !word.endsWith("."));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase()).join("");
}

function tintOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tints.length;
}
