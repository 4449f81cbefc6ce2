import { mkdirSync, writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Leaves the sum where .ci/run reads those of all modules. */
export const summary: Reporter = {
  onTestRunEnd(modules: ReadonlyArray<TestModule>) {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((it) => it === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    mkdirSync("target/surefire-reports", { recursive: true });
    writeFileSync(
      "target/surefire-reports/web.txt",
      `Tests run: ${states.length}, Failures: ${count("failed")}, Errors: ${broken}, Skipped: ${count("skipped")}\n`,
    );
  },
};
