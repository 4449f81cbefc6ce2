import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { Plugin } from "vite";

const worthIt = /\.(js|css|html|svg|json)$/;

/** Writes every text file in two further forms, which the gateway sends as they are. */
export function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (worthIt.test(file.fileName)) {
            const content = Buffer.from(file.type === "chunk" ? file.code : file.source);
            const gz = await promisify(gzip)(content, { level: 9 });
            const br = await promisify(brotliCompress)(content);
            this.emitFile({ type: "asset", fileName: `${file.fileName}.gz`, source: gz });
            this.emitFile({ type: "asset", fileName: `${file.fileName}.br`, source: br });
          }
        }
      },
    },
  };
}
