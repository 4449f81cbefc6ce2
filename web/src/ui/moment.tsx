import { ownZone, useFormats } from "@/language/formats";

/** An instant in the reader's words and zone. */
export function Moment({
  at,
  as = "moment",
  zone = ownZone,
}: {
  /** ISO 8601 */
  at: string;
  as?: "moment" | "day" | "date" | "time";
  zone?: string;
}) {
  const formats = useFormats();
  return <time dateTime={at}>{formats[as](at, zone)}</time>;
}
