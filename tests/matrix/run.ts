import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { matrixOf } from "./matrix.ts";
import { startCityServer } from "./server.ts";

const { values } = parseArgs({ options: { every: { type: "string", default: "1" } } });
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1) {
  process.stderr.write("--every takes a whole number: of so many cells one is tried.\n");
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "huiyin-matrix-"));
// Open to be passed through, so that root's server, which is not root, reaches its own folder in it.
chmodSync(folder, 0o755);
const city = await startCityServer(folder, (line) => process.stderr.write(`${line}\n`));
try {
  const told = await matrixOf(city, every);
  for (const line of told.wrong.slice(0, 50)) process.stderr.write(`${line}\n`);
  const { wrong, ...counts } = told;
  process.stdout.write(`${JSON.stringify({ ...counts, disagreements: wrong.length })}\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await city.stop();
}
