import { useMemo } from "react";
import { useFormats } from "@/language/formats";
import type { Option } from "@/ui/combo-box";

/** Languages doctors speak; any other code stays where it is. */
const languages =
  "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku lo lt lv mk ml mn mr ms mt my nb ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th ti tr uk ur uz vi yi yo zh zu";

export function useLanguages(): Option[] {
  const formats = useFormats();
  return useMemo(
    () =>
      languages
        .split(" ")
        .map((id) => ({ id, name: formats.languageName(id) }))
        .sort((one, other) => one.name.localeCompare(other.name, formats.locale)),
    [formats],
  );
}

/** The zones of places: by area and location, as the API takes them. */
export function useZones(): Option[] {
  const formats = useFormats();
  return useMemo(
    () =>
      Intl.supportedValuesOf("timeZone")
        .filter((zone) => zone.includes("/") && !zone.startsWith("Etc/"))
        .map((id) => ({ id, name: id.replaceAll("_", " "), detail: formats.zoneName(id) })),
    [formats],
  );
}

export function useCurrencies(): Option[] {
  const { locale } = useFormats();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "currency" });
    return Intl.supportedValuesOf("currency").map((id) => ({ id, name: names.of(id) ?? id }));
  }, [locale]);
}
