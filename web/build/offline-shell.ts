import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * Writes the service worker: src/app/service-worker.js with the list of this build's files, and a
 * version that changes with any of them.
 */
export function offlineShell(): Plugin {
  return {
    name: "offline-shell",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const files = Object.keys(bundle)
          .filter((name) => /\.(js|css|woff2|svg|png)$/.test(name))
          .map((name) => `/${name}`);
        const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
        const template = readFileSync(
          new URL("../src/app/service-worker.js", import.meta.url),
          "utf8",
        );
        this.emitFile({
          type: "asset",
          fileName: "service-worker.js",
          source: template
            .replace("__VERSION__", version)
            .replace('["__FILES__"]', JSON.stringify(files)),
        });
      },
    },
  };
}
