import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { connect, disconnect } from "../../app/domain/access/with-actor.server.ts";
import { doorSetting, setDoor } from "../../app/domain/people/door-setting.server.ts";
import { MOST_GUESSES_A_DAY } from "../../app/domain/people/guessing.ts";
import { bringUpToDate } from "../../app/operator/bring-up-to-date.ts";
import { openPool } from "../../db/client.server.ts";
import { ensureDatabase, startEmbedded } from "../../db/embedded.server.ts";
import { loginsOn } from "../../db/migrate.server.ts";
import { attack } from "./attack.ts";
import { timingOf } from "./timing.ts";
import { openTown } from "./town.ts";

const plan = { guesses: 100_000, accounts: 1_000, addresses: 200, honest: 50, days: 5, seed: 7 };
const TRIES = 2_000;
const MOST_AREA = 0.55;

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Attacks a town at hashes that cost little, then times tries at what they cost in earnest. */
async function run(owner: pg.Pool): Promise<boolean> {
  const { cost } = doorSetting();
  setDoor({ cost: { memoryKiB: 64, passes: 1 }, secret: "a secret of the simulation alone" });
  await openTown(owner, plan.accounts, new Date("2026-03-01T00:00:00Z"));
  const { evaluated, honestSignIns, ...told } = await attack(plan, say);
  say(`${evaluated} guesses looked at, ${honestSignIns} honest sign-ins; now ${TRIES} tries are timed`);
  setDoor({ cost });
  const at = new Date("2026-06-01T00:00:00Z");
  const each = TRIES / 20;
  const from = plan.accounts;
  await openTown(owner, 8 * each, at, "active", from);
  await openTown(owner, each, at, "disabled", from + 8 * each);
  await openTown(owner, each, at, "invited", from + 9 * each);
  const auc = Number((await timingOf(TRIES, from, at)).toFixed(3));
  process.stdout.write(`${JSON.stringify({ ...told, auc })}\n`);
  return told.evaluatedMost <= MOST_GUESSES_A_DAY && told.honestFailed === 0 && auc <= MOST_AREA;
}

const dataDir = mkdtempSync(join(tmpdir(), "huiyin-guessing-"));
// Open to be passed through, so that root's server, which is not root, reaches its own folder in it.
chmodSync(dataDir, 0o755);
const cluster = await startEmbedded({ dataDir, isThrowaway: true });
let owner: pg.Pool | undefined;
try {
  const word = "for-the-guessing-only";
  const passwords = { appPassword: word, doorPassword: word, jobsPassword: word, brokerPassword: word };
  const ownerUrl = await ensureDatabase(cluster.superuserUrl, "guessing");
  await bringUpToDate({ ownerUrl, ...passwords });
  owner = openPool(ownerUrl, 1);
  connect(loginsOn(ownerUrl, passwords));
  if (!(await run(owner))) process.exitCode = 1;
} finally {
  await disconnect();
  await owner?.end();
  await cluster.stop();
}
