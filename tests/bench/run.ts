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
import { scannedTables } from "./plan.ts";

const RUNS = 30;
const WARM_UP = 3;
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

async function timed(actor: PersonActor, run: (tx: Tx) => Promise<unknown>): Promise<Timed> {
  const times: number[] = [];
  for (let nth = 0; nth < WARM_UP + RUNS; nth++) {
    const start = performance.now();
    await withActor(actor, "read", run);
    if (nth >= WARM_UP) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => rounded(times[Math.ceil(times.length * share) - 1] ?? 0);
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}

/** What nothing can be faster than: an empty unit of work, and fifty rows by their keys in one. */
async function floors(actor: PersonActor) {
  const { complaint } = schema;
  const some = await withActor(actor, "read", (tx) =>
    tx.select({ id: complaint.id }).from(complaint).limit(50),
  );
  const ids = some.map(({ id }) => id);
  const empty = await timed(actor, async () => undefined);
  const { number, title, status, submittedAt, dueOn } = complaint;
  const keyed = await timed(actor, (tx) =>
    tx
      .select({ number, title, status, submittedAt, dueOn })
      .from(complaint)
      .where(sql`${complaint.id} = any(${sql.param(ids)}::uuid[])`),
  );
  return { emptyMs: empty.medianMs, floorMs: keyed.medianMs };
}

async function measured({ name, actor, run }: BenchCase, floorMs: number) {
  const times = await timed(actor, run);
  const scanned = await scannedTables(actor, run);
  const told = {
    name,
    ...times,
    ratio: rounded(times.medianMs / floorMs),
    plan: scanned.length > 0 ? "seq" : "index",
  };
  const ratio = told.ratio.toFixed(1).padStart(8);
  process.stderr.write(
    `${times.medianMs.toFixed(2).padStart(9)} ${times.p95Ms.toFixed(2).padStart(9)} ${ratio}`,
  );
  process.stderr.write(`  ${told.plan.padEnd(5)}  ${name}${scanned.length > 0 ? ` (${scanned})` : ""}\n`);
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
  const floor = await floors(su);
  process.stderr.write(`${rows} complaints, filled in ${fillSeconds} s; floor ${floor.floorMs} ms,`);
  process.stderr.write(` empty ${floor.emptyMs} ms\n   median       p95    ratio  plan   case\n`);
  const cases = [];
  for (const one of await benchCases(filled)) cases.push(await measured(one, floor.floorMs));
  const exportRowsPerSecond = await exportRate(su);
  process.stderr.write(`export: ${exportRowsPerSecond} rows a second\n`);
  process.stdout.write(`${JSON.stringify({ rows, fillSeconds, ...floor, exportRowsPerSecond, cases })}\n`);
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
