import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Count {
  passed: number;
  failed: number;
}

/** One part of the tests. `count` reads how many from the report that the command wrote; without it the part is one test. */
interface Part {
  name: string;
  commands: string[][];
  env?: Record<string, string>;
  count?: () => Count;
}

const folder = mkdtempSync(join(tmpdir(), "huiyin-report-"));
const report = (name: string) => join(folder, `${name}.json`);
const read = (name: string) =>
  existsSync(report(name)) ? JSON.parse(readFileSync(report(name), "utf8")) : {};

const parts: Part[] = [
  { name: "types", commands: [["react-router", "typegen"], ["tsc"]] },
  { name: "lint", commands: [["biome", "check", "--error-on-warnings"]] },
  { name: "dead code", commands: [["knip"]] },
  // Before the acts: some of them speak with the built application.
  { name: "build", commands: [["npm", "run", "build"]] },
  {
    name: "rules and acts",
    commands: [
      ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report("vitest")}`],
    ],
    count() {
      const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = read("vitest");
      return { passed, failed };
    },
  },
  {
    name: "browser",
    commands: [["playwright", "test", "--reporter=list,json"]],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report("browser") },
    count() {
      const { expected = 0, flaky = 0, unexpected = 0 } = read("browser").stats ?? {};
      return { passed: expected + flaky, failed: unexpected };
    },
  },
];

function run([command = "", ...args]: string[], env: Record<string, string>): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.once("error", () => done(false));
    child.once("exit", (code) => done(code === 0));
  });
}

async function runPart({ commands, env = {}, count }: Part): Promise<Count> {
  let isGreen = true;
  for (const command of commands) isGreen = isGreen && (await run(command, env));
  const counted = count?.() ?? { passed: isGreen ? 1 : 0, failed: 0 };
  // A run that broke before or after its tests, or had none, must not look like a good one.
  const isBroken = counted.failed === 0 && (!isGreen || counted.passed === 0);
  return isBroken ? { ...counted, failed: 1 } : counted;
}

const total: Count = { passed: 0, failed: 0 };
for (const part of parts) {
  const start = Date.now();
  process.stdout.write(`\n== ${part.name}\n`);
  const { passed, failed } = await runPart(part);
  total.passed += passed;
  total.failed += failed;
  const seconds = Math.round((Date.now() - start) / 1000);
  process.stdout.write(
    `== ${part.name}: ${failed ? "FAILED" : "ok"} (${passed} passed, ${failed} failed, ${seconds} s)\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed ? 1 : 0);
