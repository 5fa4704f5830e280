import { existsSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { beforeAll, expect, test } from "vitest";
import { addFiles, dropDraft, startDraft } from "../../app/domain/complaint/draft.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { startWorker } from "../../app/jobs/start-worker.server.ts";
import { sweepUploads } from "../../app/jobs/sweep-uploads.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, type Office, openOffice, shanghai } from "../support/office.ts";

process.env.HUIYIN_DATA = mkdtempSync(join(tmpdir(), "huiyin-sweep-"));
process.env.HUIYIN_SECRET = "a secret that is long enough for a test";

const folder = join(process.env.HUIYIN_DATA, "uploads");
const at = shanghai("2026-11-23 03:30");
let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  await mkdir(folder);
});

function lay(name: string, daysOld: number) {
  writeFileSync(join(folder, name), "x");
  const then = new Date(at.getTime() - daysOld * 86_400_000);
  utimesSync(join(folder, name), then, then);
  return name;
}

const fileOf = (storageKey: string) => ({
  ...{ id: newId(), name: "证明.pdf", type: "pdf", bytes: 1, sha256: "", storageKey },
});

async function draftWith(storageKey: string) {
  const draftId = await startDraft(office.lin, newId(), at);
  await database.query('update draft set said = \'{"title":"x"}\' where id = $1', [draftId]);
  await addFiles(office.lin, draftId, [fileOf(storageKey)], at);
  return draftId;
}

test("files without a row go after eight days, half files after one; every file with a row stays", async () => {
  const kept = [
    lay("a form may still bring it", 7.9),
    lay("young.part", 0.9),
    lay("draft", 400),
    lay("complaint", 4000),
  ];
  const gone = [lay("nobody's", 8.1), lay("half.part", 1.1), lay("dropped", 9)];
  await draftWith("draft");
  await submit(office.lin, { ...aSubmission, draftId: await draftWith("complaint") }, at);
  await dropDraft(office.lin, await draftWith("dropped"));
  expect(await sweepUploads(at)).toBe(3);
  expect(kept.map((name) => existsSync(join(folder, name)))).toEqual(kept.map(() => true));
  expect(gone.map((name) => existsSync(join(folder, name)))).toEqual(gone.map(() => false));
  expect(await sweepUploads(at)).toBe(0);
});

test("there is no table of files that the sweep does not ask", async () => {
  const rows = await database.query<{ table_name: string }>(
    "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'storage_key' order by 1",
  );
  expect(rows.map((row) => row.table_name)).toEqual([
    "attachment",
    "cleaned_copy",
    "evidence",
    "released_attachment",
  ]);
});

test("the worker does it every night, by the office's clock, however many workers there are", async () => {
  const troubles: string[] = [];
  const workers = await Promise.all(
    [1, 2].map(() =>
      startWorker({
        databaseUrl: database.jobsUrl,
        transport: { name: "mailbox", send: async () => ({ ok: true, providerId: null }) },
        parts: {
          now: () => at,
          render: async () => ({ subject: "", html: "", text: "" }),
          from: "",
          urlOf: () => "",
        },
        log: pino({ level: "warn" }, { write: (line: string) => void troubles.push(line) }),
      }),
    ),
  );
  const rows = await database.query(
    "select name, cron, timezone from pgboss.schedule where name = 'sweep-uploads'",
  );
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(troubles).toEqual([]);
  expect(rows).toEqual([{ name: "sweep-uploads", cron: "30 3 * * *", timezone: "Asia/Shanghai" }]);
});
