// Long, because one city is lived through once, and each place where its words could come out is searched for them after it.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { guest, type PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { prepareRelease } from "../../app/domain/attachment/prepare.server.ts";
import type { StoredFile } from "../../app/domain/complaint/complaint.ts";
import { addFiles, saveDraft, startDraft } from "../../app/domain/complaint/draft.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { openSession } from "../../app/domain/people/session.server.ts";
import { build, isBuildStale } from "../../app/operator/build.ts";
import { type Child, startChild } from "../../app/operator/children.ts";
import { freePort } from "../../db/embedded/port.server.ts";
import { assignTo } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";
import { startSmtpServer } from "../support/smtp-server.ts";
import { type Answer, ask, type File, type Question } from "../worlds/ask.ts";
import { Canaries, tellingFiles } from "../worlds/canaries.ts";

const NOW = "2026-03-10T10:00:00+08:00";
const folder = mkdtempSync(join(tmpdir(), "huiyin-canaries-"));
chmodSync(folder, 0o755);
const pathOf = (key: string) => join(folder, "uploads", key);
const canaries = new Canaries();
const put = (place: string) => `${canaries.in(place)} 所写`;
let db: TestDatabase;
let office: Office;
let port: number;
let post: Awaited<ReturnType<typeof startSmtpServer>>;
const children: Child[] = [];
const answers: Answer[] = [];

beforeAll(async () => {
  if (isBuildStale()) await build();
  db = await testDatabase();
  office = await openOffice();
  mkdirSync(join(folder, "uploads"));
  await nameTheEnterprise();
  await startCity();
  await live();
}, 300_000);

afterAll(async () => {
  for (const child of children) await child.stop();
  await post.stop();
  rmSync(folder, { recursive: true });
});

async function nameTheEnterprise() {
  const said = [
    "point, name",
    "point, short name",
    "contact, name",
    "contact, English name",
    "contact, e-mail",
  ];
  const [name, short, person, english, email] = said.map((place) => canaries.in(place));
  const credit = canaries.in("point, credit code").toUpperCase().padStart(18, "9");
  await db.query(
    "update liaison_point set name = $1, short_name = $2, credit_code = $3 where code = 'LXD-001'",
    [name, short, credit],
  );
  await db.query("update person set name = $1, name_en = $2, email = $3, mobile = $4 where id = $5", [
    ...[person, english, `${email}@huiyin.example`, canaries.in("contact, mobile"), office.lin.personId],
  ]);
}

async function startCity() {
  port = await freePort();
  post = await startSmtpServer();
  const env = {
    ...{
      NODE_ENV: "production",
      HUIYIN_DEMO: "1",
      HUIYIN_NOW: NOW,
      HUIYIN_SECRET: "long enough for a search of canaries",
    },
    ...{ HUIYIN_DATA: folder, HUIYIN_URL: "https://huiyin.example", HOST: "127.0.0.1", PORT: String(port) },
    ...{
      DATABASE_URL: db.url,
      DATABASE_DOOR_URL: db.doorUrl,
      DATABASE_JOBS_URL: db.jobsUrl,
      SMTP_URL: post.url,
      MAIL_FROM: "huiyin@huiyin.example",
    },
  };
  const start = (name: string, script: string) =>
    children.push(startChild({ name, script: [script], env, logFile: join(folder, `${name}.log`) }));
  start("web", "app/http/server.ts");
  start("worker", "build/worker/worker.js");
  await vi.waitFor(async () => expect((await ask(port, "/healthz")).status).toBe(200), {
    timeout: 60_000,
    interval: 200,
  });
}

const cookies = new Map<PersonActor, string>();

async function get(who: PersonActor, path: string, question: Question = {}): Promise<Answer> {
  const at = new Date(NOW);
  const known =
    cookies.get(who) ?? (await withActor(guest, "write", (tx) => openSession(tx, who.personId, "", at)));
  cookies.set(who, known);
  const answer = await ask(port, path, { cookie: `__Host-huiyin_session=${known}`, ...question });
  if (who.kind === "department" || who.kind === "leader") answers.push(answer);
  return answer;
}

function kept({ name, bytes }: File): StoredFile {
  const storageKey = newId();
  writeFileSync(pathOf(storageKey), bytes);
  return {
    id: newId(),
    name,
    type: name.split(".").at(-1) ?? "",
    bytes: bytes.length,
    sha256: newId(),
    storageKey,
  };
}

/** A confidential complaint in words that stand nowhere else. */
async function handIn(what: string, files: File[] = []) {
  const at = shanghai("2026-03-02 09:30");
  const draftId = await startDraft(office.lin, newId(), at);
  const words = (field: string) => put(`${what}, ${field}`);
  await saveDraft(office.lin, draftId, { title: words("draft") }, at);
  const stored = files.map(kept);
  await addFiles(office.lin, draftId, stored, at);
  const told = {
    title: words("title"),
    description: words("description"),
    about: words("about"),
    place: words("place"),
  };
  const { number } = await submit(office.lin, { ...aSubmission, ...told, draftId }, at);
  return { on: { number }, files: stored.map(({ id }) => id) };
}

async function live() {
  const { lin, su, gu, zhao, qin, construction } = office;
  const day = (hour: string) => `2026-03-02 ${hour}`;
  const { on, files } = await handIn("handled", await tellingFiles(canaries));
  await does(su, on, { type: "askSupplement", question: put("question to the enterprise") }, day("10:00"));
  const more = kept({
    name: `${canaries.in("supplement, file name")}.txt`,
    bytes: Buffer.from("第二次意见。\n"),
  });
  await does(lin, on, { type: "supplement", answer: put("supplement"), attachments: [more] }, day("10:20"));
  await prepareRelease(su, on.number, shanghai(day("10:30")), pathOf);
  const command = { ...assignTo(construction), release: [...files, more.id] };
  await does(su, on, command, day("11:00"));
  const [hand] = await db.query<{ id: string; code: string }>("select id, code from assignment");
  const assignmentId = hand?.id ?? "";
  const code = { code: hand?.code ?? "" };
  await does(zhao, code, { type: "sign", officer: "赵承安" }, day("14:00"));
  await does(zhao, code, { type: "reply", words: "已办。", evidence: [] }, day("15:00"));
  await does(gu, on, { type: "acceptReply", note: null }, day("15:30"), { assignmentId });
  await does(gu, on, { type: "feedBack", words: put("answer to the enterprise") }, day("15:40"));
  await does(
    lin,
    on,
    { type: "evaluate", rating: "veryDissatisfied", solved: "unsolved", reason: put("evaluation") },
    day("16:00"),
  );
  await does(
    gu,
    on,
    { type: "recordCallBack", solved: "unsolved", pressed: false, words: put("call-back") },
    day("16:20"),
  );
  await does(gu, on, { type: "rework", missing: "请逐条答复。", reason: put("why again") }, day("16:30"));
  await does(
    lin,
    on,
    { type: "reportRetaliation", words: put("retaliation"), attachments: [] },
    day("16:40"),
  );
  const clue = await handIn("clue");
  await does(su, clue.on, { type: "moveToClue", reason: put("why a clue") }, day("16:50"));
  await does(qin, clue.on, { type: "noteClue", note: put("note on a clue") }, day("16:55"));
  const gone = await handIn("withdrawn");
  await does(lin, gone.on, { type: "withdraw", reason: put("why withdrawn") }, day("17:00"));
  await lookAround(code.code, on.number);
  await failInTheMiddle(on.number);
}

/** The department asks for everything of its own, and the others' pages work with what was said. */
async function lookAround(code: string, number: string) {
  const own = `/department/assignments/${code}`;
  const page = (await get(office.zhao, own)).body.toString();
  const files = page.match(/\/department\/files\/\w+\/[0-9a-f-]{36}/g) ?? [];
  expect(new Set(files).size).toBe(4);
  for (const path of [
    `${own}.data`,
    `${own}/reply`,
    "/department",
    "/department/all.data",
    "/notices",
    "/notices.data",
    "/account",
    ...files,
  ])
    await get(office.zhao, path);
  for (const path of [
    `/desk/complaints/${number}`,
    "/desk/ledger.csv",
    "/liaison",
    `/desk/complaints/${number}/assign`,
  ])
    await get(office.fang, path);
  const word = put("searched for");
  await get(office.su, `/desk/ledger?${new URLSearchParams({ q: word })}`);
  await get(office.su, `/desk/complaints/${number}/decline`, { form: { reason: put("typed in vain") } });
  await get(office.lin, `/liaison/complaints/${number}/supplement`, {
    form: { answer: put("too late an answer") },
  });
}

/** What goes wrong in the database is logged, and holds what was being written. */
async function failInTheMiddle(number: string) {
  await db.query("alter table complaint rename column place to elsewhere");
  const word = put("searched for when it failed");
  const failed = [
    await get(office.su, `/desk/ledger?${new URLSearchParams({ q: word })}`),
    await get(office.su, `/desk/complaints/${number}`),
    await get(office.lin, `/liaison/complaints/${number}/report-retaliation`, {
      form: { words: put("said when it failed") },
    }),
  ];
  await db.query("alter table complaint rename column elsewhere to place");
  const draftId = await startDraft(office.lin, newId(), shanghai("2026-03-03 09:30"));
  await db.query(
    "alter table draft add constraint nothing_is_written check (said::text !~ '所写') not valid",
  );
  const form = { title: put("draft that the database refused") };
  failed.push(await get(office.lin, `/liaison/drafts/${draftId}/what/save`, { form }));
  await db.query("alter table draft drop constraint nothing_is_written");
  expect(failed.map(({ status }) => status).slice(1)).toEqual([500, 500, 500]);
}

const toDepartments = () =>
  answers.map(({ headers, body }) => Buffer.concat([Buffer.from(headers.join("\n")), body]));

describe("of forty and more marked strings none", () => {
  it("is left out of the search", () => {
    expect(canaries.placed.size).toBeGreaterThanOrEqual(40);
    expect([...canaries.foundIn([...canaries.placed.keys()].join(" "))]).toHaveLength(canaries.placed.size);
  });

  it.each(["web", "worker"])("is in the log of the %s", (name) => {
    const log = readFileSync(join(folder, `${name}.log`));
    expect(log.length).toBeGreaterThan(100);
    expect(canaries.foundIn(log)).toEqual([]);
  });

  it("is in a mail", async () => {
    await expect
      .poll(async () => (await db.query("select 1 from mail where status = 'queued'")).length, {
        timeout: 60_000,
      })
      .toBe(0);
    expect(post.received.length).toBeGreaterThan(15);
    const content = post.received.map(({ raw }) => raw.replaceAll(/^To: .*$/gm, ""));
    expect(content.flatMap((raw) => canaries.foundIn(raw.replaceAll("=\r\n", "")))).toEqual([]);
  });

  it("is in a job", async () => {
    const jobs = await db.query<{ row: string }>("select to_jsonb(j)::text as row from pgboss.job j");
    expect(jobs.length).toBeGreaterThan(15);
    expect(jobs.flatMap(({ row }) => canaries.foundIn(row))).toEqual([]);
  });

  it("is in what a department got: pages, data, files, headers, refusals", () => {
    expect(answers.length).toBeGreaterThan(12);
    expect(toDepartments().flatMap((bytes) => canaries.foundIn(bytes))).toEqual([]);
  });

  it("is in the copy of a file that goes out", async () => {
    const copies = await db.query<{ storage_key: string; name: string }>(
      "select storage_key, name from released_attachment",
    );
    expect(copies).toHaveLength(4);
    expect(
      copies.flatMap(({ storage_key, name }) =>
        canaries.foundIn(Buffer.concat([readFileSync(pathOf(storage_key)), Buffer.from(name)])),
      ),
    ).toEqual([]);
  });
});
