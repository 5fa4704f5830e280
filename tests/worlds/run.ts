import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bringUpToDate } from "../../app/operator/bring-up-to-date.ts";
import { build, isBuildStale } from "../../app/operator/build.ts";
import { ensureDatabase, startEmbedded } from "../../db/embedded.server.ts";
import { compareWorlds } from "./compare.ts";

const { values } = parseArgs({
  options: {
    in: { type: "string", default: "reporter" },
    scripts: { type: "string", default: "200" },
    seed: { type: "string", default: "7" },
  },
});
const [scripts, seed] = [Number(values.scripts), Number(values.seed)];
if (!["reporter", "clue", "recusal"].includes(values.in)) {
  process.stderr.write("--in takes reporter, clue or recusal: what the worlds differ in.\n");
  process.exit(1);
}
if (!Number.isInteger(seed) || !Number.isInteger(scripts) || scripts < 1 || scripts > 300) {
  process.stderr.write("--scripts takes 1 to 300, --seed a whole number.\n");
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "huiyin-worlds-"));
// Open to be passed through, so that root's server, which is not root, reaches its own folder in it.
chmodSync(folder, 0o755);
const cluster = await startEmbedded({ dataDir: folder, isThrowaway: true });
try {
  if (isBuildStale()) await build();
  const word = "for-two-worlds-only";
  const passwords = { appPassword: word, doorPassword: word, jobsPassword: word, brokerPassword: word };
  const ownerUrl = await ensureDatabase(cluster.superuserUrl, "world");
  await bringUpToDate({ ownerUrl, ...passwords });
  const ground = { superuserUrl: cluster.superuserUrl, template: "world", folder, ...passwords };
  const wish = { in: values.in as "reporter", scripts, seed };
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const { differences, ...counts } = await compareWorlds(ground, wish, say);
  process.stdout.write(`${JSON.stringify({ in: values.in, ...counts, differences: differences.length })}\n`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await cluster.stop();
}
