import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** Of script, in bytes, compressed by gzip */
const most = 120_000;

/** What the first page needs besides what all pages need. */
const firstPage = [/routes\/index\.tsx/, /language\/locales\/ar\.po/];

/** Breaks the build when the first page has become heavy. */
export function firstLoad(): Plugin {
  return {
    name: "first-load",
    apply: "build",
    generateBundle: {
      // After the lists of what each page loads are filled in.
      order: "post",
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((it) => it.type === "chunk");
        const begin = chunks.filter(
          (it) => it.isEntry || firstPage.some((page) => page.test(it.facadeModuleId ?? "")),
        );
        const loaded = withImports(begin, new Map(chunks.map((it) => [it.fileName, it])));
        const bytes = [...loaded].reduce((sum, it) => sum + gzipSync(it.code).length, 0);
        if (bytes > most) {
          this.error(
            `The first page loads ${bytes} bytes of script, and ${most} at most are allowed`,
          );
        }
        this.info(`The first page loads ${bytes} bytes of script`);
      },
    },
  };
}

function withImports(
  begin: Rolldown.OutputChunk[],
  chunks: Map<string, Rolldown.OutputChunk>,
): Set<Rolldown.OutputChunk> {
  const found = new Set(begin);
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const next = chunks.get(name);
      if (next) {
        found.add(next);
      }
    }
  }
  return found;
}
