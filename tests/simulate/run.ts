import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connect, disconnect } from "../../app/domain/access/with-actor.server.ts";
import { bringUpToDate } from "../../app/operator/bring-up-to-date.ts";
import { ensureDatabase, startEmbedded } from "../../db/embedded.server.ts";
import { loginsOn } from "../../db/migrate.server.ts";
import { judge } from "./judge.ts";
import { simulate } from "./simulate.ts";

const { values } = parseArgs({
  options: {
    days: { type: "string", default: "120" },
    complaints: { type: "string", default: "500" },
    seed: { type: "string", default: "7" },
  },
});
const [days, complaints, seed] = [values.days, values.complaints, values.seed].map(Number) as [
  number,
  number,
  number,
];
const isSound =
  Number.isInteger(seed) && days >= 10 && days <= 300 && complaints >= 1 && complaints <= 20_000;
if (!isSound) {
  process.stderr.write("--days takes 10 to 300, --complaints 1 to 20000, --seed a whole number.\n");
  process.exit(1);
}

const TOLD = 40;

async function run(ownerUrl: string, url: string): Promise<boolean> {
  const started = performance.now();
  const { must, found, refused, failures, acts, kills, downDays } = await simulate({
    url,
    ownerUrl,
    days,
    complaints,
    seed,
  });
  const { faults, ...verdict } = judge(must, found);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const all = [
    ...faults,
    ...refused.map((text) => `refused: ${text}`),
    ...failures.map((text) => `failed: ${text}`),
  ];
  for (const text of all.slice(0, TOLD)) process.stderr.write(`${text}\n`);
  if (all.length > TOLD) process.stderr.write(`and ${all.length - TOLD} more\n`);
  const told = { ...verdict, refusedActs: refused.length, failedLooks: failures.length };
  process.stdout.write(
    `${JSON.stringify({ ...told, acts, looks: must.looks.length, kills, downDays, days, seed, seconds })}\n`,
  );
  return all.length === 0;
}

const dataDir = mkdtempSync(join(tmpdir(), "huiyin-simulate-"));
// Open to be passed through, so that root's server, which is not root, reaches its own folder in it.
chmodSync(dataDir, 0o755);
const cluster = await startEmbedded({ dataDir, isThrowaway: true });
try {
  const word = "for-the-simulation-only";
  const passwords = { appPassword: word, doorPassword: word, jobsPassword: word, brokerPassword: word };
  const ownerUrl = await ensureDatabase(cluster.superuserUrl, "simulate");
  await bringUpToDate({ ownerUrl, ...passwords });
  const logins = loginsOn(ownerUrl, passwords);
  connect(logins, 4);
  if (!(await run(ownerUrl, logins.jobsUrl))) process.exitCode = 1;
} finally {
  await disconnect();
  await cluster.stop();
}
