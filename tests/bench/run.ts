import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { connect, disconnect, type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { readFilter } from "../../app/domain/ledger/filter.ts";
import { ledgerRows } from "../../app/domain/ledger/ledger.server.ts";
import { bringUpToDate } from "../../app/operator/bring-up-to-date.ts";
import { schema } from "../../db/client.server.ts";
import { ensureDatabase, startEmbedded } from "../../db/embedded.server.ts";
import { loginsOn } from "../../db/migrate.server.ts";
import { type BenchCase, benchCases } from "./cases.ts";
import { benchMoment, fillOffice } from "./fill.server.ts";
import { buffersOf, scannedTables } from "./plan.ts";

const RUNS = 33;
const LEAST_RUNS = 8;
const WARM_UP = 3;
const MOST_MS = 5000;
const EXPORTED = 10_000;

const { values } = parseArgs({ options: { rows: { type: "string", default: "100000" } } });
const rows = Number(values.rows);
if (!Number.isInteger(rows) || rows < 1000 || rows > 1_000_000) {
  process.stderr.write("--rows takes a number from 1000 to 1000000.\n");
  process.exit(1);
}

interface Timed {
  medianMs: number;
  p95Ms: number;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

type Asked = Pick<BenchCase, "actor" | "run">;

async function timeOf({ actor, run }: Asked): Promise<number> {
  const start = performance.now();
  await withActor(actor, "read", run);
  return performance.now() - start;
}

/** A case and the floor in turns, so that a machine that slows down meanwhile slows both; what is slow has fewer turns. */
async function timed(asked: Asked, floor: Asked): Promise<{ asked: Timed; floor: Timed }> {
  const times: { asked: number[]; floor: number[] } = { asked: [], floor: [] };
  const start = performance.now();
  for (let nth = 0; nth < RUNS && (nth < LEAST_RUNS || performance.now() - start < MOST_MS); nth++) {
    times.asked.push(await timeOf(asked));
    times.floor.push(await timeOf(floor));
  }
  return { asked: summaryOf(times.asked.slice(WARM_UP)), floor: summaryOf(times.floor.slice(WARM_UP)) };
}

function summaryOf(times: number[]): Timed {
  times.sort((a, b) => a - b);
  const at = (share: number) => rounded(times[Math.ceil(times.length * share) - 1] ?? 0);
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}

/** What nothing can be faster than: fifty rows by their keys in one unit of work. */
async function floorFor(actor: PersonActor): Promise<Asked> {
  const { complaint } = schema;
  const some = await withActor(actor, "read", (tx) =>
    tx.select({ id: complaint.id }).from(complaint).limit(50),
  );
  const ids = some.map(({ id }) => id);
  const { number, title, status, submittedAt, dueOn } = complaint;
  const run = (tx: Tx) =>
    tx
      .select({ number, title, status, submittedAt, dueOn })
      .from(complaint)
      .where(sql`${complaint.id} = any(${sql.param(ids)}::uuid[])`);
  return { actor, run };
}

async function measured({ name, actor, run }: BenchCase, floor: Asked) {
  const { asked: times, floor: least } = await timed({ actor, run }, floor);
  const scanned = await scannedTables(actor, run);
  const told = {
    name,
    ...times,
    floorMs: least.medianMs,
    ratio: rounded(times.medianMs / least.medianMs),
    buffers: await buffersOf(actor, run),
    plan: scanned.length > 0 ? "seq" : "index",
  };
  const ratio = told.ratio.toFixed(1).padStart(8);
  process.stderr.write(
    `${times.medianMs.toFixed(2).padStart(9)} ${times.p95Ms.toFixed(2).padStart(9)} ${ratio}`,
  );
  process.stderr.write(
    `${String(told.buffers).padStart(9)}  ${told.plan.padEnd(5)}  ${name}${scanned.length > 0 ? ` (${scanned})` : ""}\n`,
  );
  return told;
}

/** Rows a second of an export, read by pages as the files are written. */
async function exportRate(actor: PersonActor): Promise<number> {
  const start = performance.now();
  let count = 0;
  await withActor(actor, "read", async (tx) => {
    const moment = { at: benchMoment, calendar: await loadCalendar(tx) };
    for await (const _ of ledgerRows(tx, readFilter(new URLSearchParams()), moment))
      if (++count === EXPORTED) break;
  });
  return Math.round(count / ((performance.now() - start) / 1000));
}

async function bench(ownerUrl: string) {
  const started = performance.now();
  const filled = await fillOffice(ownerUrl, rows);
  const fillSeconds = rounded((performance.now() - started) / 1000);
  const { su } = filled.office;
  const floor = await floorFor(su);
  process.stderr.write(`${rows} complaints, filled in ${fillSeconds} s\n`);
  process.stderr.write("   median       p95    ratio  buffers  plan   case\n");
  const cases = [];
  for (const one of await benchCases(filled)) cases.push(await measured(one, floor));
  const exportRowsPerSecond = await exportRate(su);
  process.stderr.write(`export: ${exportRowsPerSecond} rows a second\n`);
  process.stdout.write(`${JSON.stringify({ rows, fillSeconds, exportRowsPerSecond, cases })}\n`);
}

const dataDir = mkdtempSync(join(tmpdir(), "huiyin-bench-"));
// Open to be passed through, so that root's server, which is not root, reaches its own folder in it.
chmodSync(dataDir, 0o755);
const cluster = await startEmbedded({ dataDir, isThrowaway: true });
try {
  const word = "for-the-bench-only";
  const passwords = { appPassword: word, doorPassword: word, jobsPassword: word, brokerPassword: word };
  const ownerUrl = await ensureDatabase(cluster.superuserUrl, "bench");
  await bringUpToDate({ ownerUrl, ...passwords });
  connect(loginsOn(ownerUrl, passwords), 1);
  await bench(ownerUrl);
} finally {
  await disconnect();
  await cluster.stop();
}
