import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { prepareRelease } from "../../app/domain/attachment/prepare.server.ts";
import type { StoredFile } from "../../app/domain/complaint/complaint.ts";
import { addFiles, startDraft } from "../../app/domain/complaint/draft.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { bytesOf } from "../../db/seed/files/paper.ts";
import { canariesIn, photo } from "../domain/attachment/canaries.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, type Office, openOffice, shanghai } from "../support/office.ts";

const at = shanghai("2026-03-02 10:00");
const folder = mkdtempSync(join(tmpdir(), "huiyin-release-"));
const pathOf = (storageKey: string) => join(folder, storageKey);
let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
});

/** A matter with these files, by name. */
async function matterWith(
  files: Record<string, Buffer>,
  disclosure: "named" | "confidential" = "confidential",
) {
  const stored = Object.entries(files).map(([name, bytes]): StoredFile => {
    const storageKey = newId();
    writeFileSync(pathOf(storageKey), bytes);
    const type = name.split(".").at(-1) ?? "";
    return { id: newId(), name, type, bytes: bytes.length, sha256: newId(), storageKey };
  });
  const draftId = await startDraft(office.lin, newId(), at);
  await addFiles(office.lin, draftId, stored, at);
  const { number } = await submit(office.lin, { ...aSubmission, disclosure, draftId }, at);
  return { number, ids: stored.map(({ id }) => id) };
}

const assign = (number: string, release: string[]) =>
  perform(
    office.su,
    {
      on: { number },
      command: {
        type: "assign",
        grade: "B",
        lead: office.construction,
        assisting: [],
        brief: "某企业反映审图意见前后不一，请核实。",
        release,
      },
    },
    at,
  );

/** Nothing is there to be read or written for a moment, as on a disk that is away or full. */
const nowhere = (storageKey: string) => join(folder, "away", storageKey);

const paper = (name: string, ...lines: string[]) => bytesOf({ name, lines });
const prepare = (number: string) => prepareRelease(office.su, number, at, pathOf);

describe("a file is released", () => {
  test("once the disk is back: what went wrong there says nothing of the file", async () => {
    const { number, ids } = await matterWith({ "说明.txt": Buffer.from("补正通知书") });
    const [original] = await database.query<{ storage_key: string }>(
      "select storage_key from attachment where id = $1",
      [ids[0]],
    );
    const isOriginal = (key: string) => key === original?.storage_key;
    for (const place of [nowhere, (key: string) => (isOriginal(key) ? pathOf(key) : nowhere(key))]) {
      expect(await prepareRelease(office.su, number, at, place)).toMatchObject([{ withheld: "broken" }]);
      expect(await assign(number, ids)).toMatchObject({ ok: false, refusal: "attachmentWithheld" });
    }
    expect(await prepare(number)).toMatchObject([{ withheld: null }]);
    expect(await assign(number, ids)).toMatchObject({ ok: true });
  });

  test("as a cleaned copy under a new name, with a new sum; and only once there is one", async () => {
    const { number, ids } = await matterWith({ "云岭三号厂房.jpg": await photo() });
    expect(await assign(number, ids)).toMatchObject({ ok: false, refusal: "attachmentWithheld" });
    const [ready] = await prepare(number);
    expect(ready).toMatchObject({ id: ids[0], withheld: null });
    expect(await assign(number, ids)).toMatchObject({ ok: true });
    const [row] = await database.query<{ name: string; storage_key: string; sha256: string; bytes: string }>(
      "select name, storage_key, sha256, bytes from released_attachment where attachment_id = $1",
      ids,
    );
    expect(row?.name).toBe("材料1.jpg");
    const copy = readFileSync(pathOf(row?.storage_key ?? ""));
    expect(canariesIn(copy)).toBe(0);
    expect(Number(row?.bytes)).toBe(copy.length);
    const [original] = await database.query<{ sha256: string; storage_key: string }>(
      "select sha256, storage_key from attachment where id = $1",
      ids,
    );
    expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(original?.sha256).not.toBe(row?.sha256);
    expect(original?.storage_key).not.toBe(row?.storage_key);
  });

  test("cleaned once, however often it is asked for", async () => {
    const { number, ids } = await matterWith({ "说明.txt": paper("a.txt", "第三次补正") });
    const copies = () => database.query("select storage_key from cleaned_copy where attachment_id = $1", ids);
    await prepare(number);
    const first = await copies();
    await prepare(number);
    expect(await copies()).toEqual(first);
    expect(first).toHaveLength(1);
  });

  test("not as long as it names who reported, in whatever way it is written", async () => {
    const { number, ids } = await matterWith({
      "a.txt": paper("a.txt", "甲方：澄湾市云岭 精密电子有限公司"),
      "b.docx": paper("b.docx", "信用代码：９１３５０１００Ｍ０００１００Ｙ４３"),
      "c.pdf": paper("c.pdf", "联系邮箱 lin@huiyin.example"),
      "d.pdf": paper("d.pdf", "受理回执"),
    });
    expect((await prepare(number)).map(({ withheld }) => withheld).toSorted()).toEqual([
      "namesReporter",
      "namesReporter",
      "namesReporter",
      null,
    ]);
    for (const id of ids.slice(0, 3))
      expect(await assign(number, [id])).toMatchObject({ ok: false, refusal: "attachmentWithheld" });
    expect(await assign(number, ids.slice(3))).toMatchObject({ ok: true });
  });

  test("with the name of an enterprise that agreed to be named", async () => {
    const said = paper("a.txt", "甲方：澄湾市云岭精密电子有限公司");
    const { number, ids } = await matterWith({ "a.txt": said }, "named");
    expect((await prepare(number))[0]?.withheld).toBeNull();
    expect(await assign(number, ids)).toMatchObject({ ok: true });
  });

  test("not where its copy can't be made, and the reason is told", async () => {
    const { number } = await matterWith({
      "a.heic": Buffer.from("000000186674797068656963", "hex"),
      "b.pdf": Buffer.from("%PDF-1.4 nothing"),
    });
    expect((await prepare(number)).map(({ withheld }) => withheld).toSorted()).toEqual([
      "broken",
      "cannotClean",
    ]);
  });
});

test("a matter that the actor doesn't see has no files to release", async () => {
  const { number } = await matterWith({ "说明.txt": paper("a.txt", "第三次补正") });
  expect(await prepareRelease(office.zhao, number, at, pathOf).catch(() => [])).toEqual([]);
  rmSync(folder, { recursive: true });
});
