import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** The folders of src/ whose messages are loaded with their first page. */
const features = [
  "about",
  "account",
  "admin",
  "appointments",
  "booking",
  "chat",
  "desk",
  "doctors",
  "notifications",
  "payments",
  "slots",
];

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de", "ar"],
  format: formatter({ lineNumbers: false }),
  compileNamespace: "es",
  catalogs: [
    ...features.map((feature) => ({
      path: `src/${feature}/locales/{locale}`,
      include: [`src/${feature}`],
    })),
    {
      // What every visitor meets first.
      path: "src/language/locales/{locale}",
      include: ["src"],
      exclude: features.map((feature) => `src/${feature}/**`),
    },
  ],
});
