import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { listAssignments } from "../../app/domain/assignment/list.server.ts";
import {
  findAssignment,
  findDepartmentFile,
  otherDepartments,
} from "../../app/domain/assignment/view.server.ts";
import { prepareRelease } from "../../app/domain/attachment/prepare.server.ts";
import { dayOf } from "../../app/domain/clock/day.ts";
import type { StoredFile } from "../../app/domain/complaint/complaint.ts";
import {
  addFiles,
  dropDraft,
  filesOfDraft,
  findDraft,
  listDrafts,
  removeFile,
  saveDraft,
  startDraft,
} from "../../app/domain/complaint/draft.server.ts";
import { markOf, readDraft } from "../../app/domain/complaint/draft-steps.ts";
import { pageOfFile } from "../../app/domain/complaint/enterprise-file.server.ts";
import {
  findEnterpriseComplaint,
  findEnterpriseFile,
} from "../../app/domain/complaint/enterprise-view.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { bytesOf } from "../../db/seed/files/paper.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { storyHolder } from "../support/story-session.ts";

const at = new Date("2026-11-10T10:00:00+08:00");
let db: TestDatabase;
let one: PersonActor;
let other: PersonActor;
let intake: PersonActor;
let building: PersonActor;
let water: PersonActor;

async function person(role: PersonActor["kind"], place: Partial<PersonActor>): Promise<PersonActor> {
  const id = newId();
  await db.query(
    `insert into person (id, name, email, role, post, liaison_point_id, department_id, locale, status, created_at)
     values ($1, 'Name', $2, $3, $4, $5, $6, 'zh-CN', 'active', now())`,
    [
      id,
      `${id}@example.test`,
      role,
      place.departmentId ? "officer" : null,
      place.liaisonPointId ?? null,
      place.departmentId ?? null,
    ],
  );
  const holder = await storyHolder(db, id);
  const nobody = { name: "Name", nameEn: null, locale: "zh-CN" as const, post: null, ...holder };
  return { ...nobody, liaisonPointId: null, departmentId: null, ...place, kind: role, personId: id };
}

async function point(code: string): Promise<string> {
  const id = newId();
  await db.query(
    `insert into liaison_point (id, code, name, short_name, credit_code, district, industry, size, status, term_starts_on)
     values ($1, $2, $3, $3, $4, '350203', 'software', 'small', 'active', '2024-01-01')`,
    [id, code, `远山${code}有限公司`, code.padEnd(18, "0")],
  );
  return id;
}

async function department(code: string): Promise<string> {
  const id = newId();
  await db.query(
    "insert into department (id, code, name, name_en, valid_from) values ($1, $2, $2, $2, '2020-01-01')",
    [id, code],
  );
  return id;
}

const folder = mkdtempSync(join(tmpdir(), "huiyin-portal-"));
const pathOf = (storageKey: string) => join(folder, storageKey);

const file = (name: string): StoredFile => ({
  id: newId(),
  name,
  type: "pdf",
  bytes: 10,
  sha256: "0",
  storageKey: newId(),
});

const typed = {
  kind: "complaint",
  field: "landAndConstruction",
  conduct: "delay",
  title: "验收等了四十天",
  description: "两次补正，理由不一样。",
  about: "窗口",
  disclosure: "confidential",
};

const reading = <T>(actor: PersonActor, fn: Parameters<typeof withActor<T>>[2]) =>
  withActor(actor, "read", fn);

beforeAll(async () => {
  db = await testDatabase();
  one = await person("liaison", { liaisonPointId: await point("LXD-001") });
  other = await person("liaison", { liaisonPointId: await point("LXD-002") });
  intake = await person("intake", {});
  building = await person("department", { departmentId: await department("building") });
  water = await person("department", { departmentId: await department("water") });
});

describe("a draft", () => {
  test("keeps what is typed, right or wrong, for its own writer alone", async () => {
    const id = await startDraft(one, newId(), at);
    expect(await startDraft(one, id, at)).toBe(id);
    expect(await startDraft(one, newId(), at)).not.toBe(id);
    expect(await saveDraft(one, id, { title: "x".repeat(90) }, at)).toBe("saved");
    expect(await saveDraft(other, id, { title: "stolen" }, at)).toBe("gone");
    const draft = await reading(one, (tx) => findDraft(tx, one, id));
    expect(draft?.said.title).toHaveLength(90);
    expect(readDraft(draft?.said ?? {}, dayOf(at))).toMatchObject({
      ok: false,
      step: "what",
      errors: { title: "tooLong" },
    });
    expect(await reading(other, (tx) => findDraft(tx, other, id))).toBeNull();
    // The one that stayed empty is not in the list.
    expect((await reading(one, (tx) => listDrafts(tx, one))).map((row) => row.id)).toEqual([id]);
    await dropDraft(one, id);
    expect(await reading(one, (tx) => listDrafts(tx, one))).toEqual([]);
  });

  test("is not written over by a second tab that hasn't seen it, until it has", async () => {
    const id = await startDraft(one, newId(), at);
    const said = async () => (await reading(one, (tx) => findDraft(tx, one, id)))?.said ?? {};
    const save = (typed: Record<string, string>, ...marks: string[]) =>
      saveDraft(one, id, typed, at, { step: "what", marks });
    const opened = markOf("what", {});
    const first = { title: "第一版", description: "经过" };
    expect(await save(first, opened)).toBe("saved");
    expect(await save({ title: "另一个窗口", description: "" }, opened)).toBe("elsewhere");
    expect(await said()).toEqual(first);
    // The same once more, as by a double press, is nothing new; and what was seen may be changed.
    expect(await save(first, opened)).toBe("saved");
    expect(await save({ title: "第二版", description: "经过" }, opened, markOf("what", first))).toBe("saved");
    // Another step is another's.
    const who = { step: "who" as const, marks: [markOf("who", {})] };
    expect(await saveDraft(one, id, { about: "窗口" }, at, who)).toBe("saved");
    expect(await said()).toEqual({ title: "第二版", description: "经过", about: "窗口" });
    await dropDraft(one, id);
  });

  test("that stayed empty for a day goes with the next one, and what was typed stays", async () => {
    const empty = await startDraft(one, newId(), at);
    const typedIn = await startDraft(one, newId(), at);
    await saveDraft(one, typedIn, { title: "x" }, at);
    const withFile = await startDraft(one, newId(), at);
    await addFiles(one, withFile, [file("a.pdf")], at);
    const others = await startDraft(other, newId(), at);
    await startDraft(one, newId(), new Date(at.getTime() + 25 * 60 * 60 * 1000));
    const found = (who: PersonActor, id: string) => reading(who, (tx) => findDraft(tx, who, id));
    expect(await found(one, empty)).toBeNull();
    expect(await found(one, typedIn)).not.toBeNull();
    expect(await found(one, withFile)).not.toBeNull();
    expect(await found(other, others)).not.toBeNull();
    for (const id of [typedIn, withFile]) await dropDraft(one, id);
  });

  test("holds ten files, of which its writer alone takes one back", async () => {
    const id = await startDraft(one, newId(), at);
    const files = Array.from({ length: 9 }, (_, index) => file(`${index}.pdf`));
    expect(await addFiles(one, id, files, at)).toEqual([]);
    const [left, right] = await Promise.all([
      addFiles(one, id, [file("left.pdf")], at),
      addFiles(one, id, [file("right.pdf")], at),
    ]);
    expect([...left, ...right]).toHaveLength(1);
    expect(await removeFile(other, id, files[0]?.id ?? "")).toBeNull();
    expect(await removeFile(one, id, files[0]?.id ?? "")).not.toBeNull();
    expect(await reading(one, (tx) => filesOfDraft(tx, one, id))).toHaveLength(9);
    const fileId = files[1]?.id ?? "";
    expect(await reading(one, (tx) => findEnterpriseFile(tx, one, fileId))).toMatchObject({ name: "1.pdf" });
    expect(await reading(other, (tx) => findEnterpriseFile(tx, other, fileId))).toBeNull();
    expect(await dropDraft(one, id)).toHaveLength(9);
  });
});

describe("from a draft to the department's table", () => {
  test("each side sees its own part and nothing else", async () => {
    const id = await startDraft(one, newId(), at);
    await saveDraft(one, id, typed, at);
    const original = file("原件.pdf");
    writeFileSync(pathOf(original.storageKey), bytesOf({ name: "a.pdf", lines: ["验收受理回执"] }));
    await addFiles(one, id, [original], at);
    const whole = readDraft(typed, dayOf(at));
    if (!whole.ok) throw new Error("the draft is right");
    const { number } = await submit(one, { ...whole.values, place: "", draftId: id }, at);
    expect(await saveDraft(one, id, { title: "too late" }, at)).toBe("gone");

    const seen = await reading(one, (tx) => findEnterpriseComplaint(tx, one, number));
    expect(seen?.steps.map((step) => step.command)).toEqual(["submit"]);
    expect(seen?.files.map((row) => row.name)).toEqual(["原件.pdf"]);
    expect(await reading(other, (tx) => findEnterpriseComplaint(tx, other, number))).toBeNull();
    const fileId = seen?.files[0]?.id ?? "";
    expect(await reading(one, (tx) => findEnterpriseFile(tx, one, fileId))).not.toBeNull();
    expect(await reading(other, (tx) => findEnterpriseFile(tx, other, fileId))).toBeNull();
    expect((await reading(one, (tx) => pageOfFile(tx, one, {}, 10))).rows).toHaveLength(1);

    await perform(intake, { on: { number }, command: { type: "accept", grade: "C" } }, at);
    const assign = {
      type: "assign" as const,
      grade: "C" as const,
      lead: building.departmentId ?? "",
      assisting: [],
      brief: "某企业反映验收等候过长，请核实。",
      release: [fileId],
    };
    await prepareRelease(intake, number, at, pathOf);
    expect(await perform(intake, { on: { number }, command: assign }, at)).toMatchObject({ ok: true });

    const listed = await reading(building, (tx) => listAssignments(tx, building, { section: "open" }));
    const [row] = listed.rows;
    if (!row) throw new Error("not assigned");
    const elsewhere = await reading(water, (tx) => listAssignments(tx, water, { section: "all" }));
    expect(elsewhere.rows).toEqual([]);
    expect(await reading(water, (tx) => findAssignment(tx, water, row.code))).toBeNull();
    const page = await reading(building, (tx) => findAssignment(tx, building, row.code));
    const released = page?.released[0];
    expect(released?.name).not.toContain("原件");
    expect(
      await reading(building, (tx) => findDepartmentFile(tx, building, "released", released?.id ?? "")),
    ).not.toBeNull();
    expect(
      await reading(water, (tx) => findDepartmentFile(tx, water, "released", released?.id ?? newId())),
    ).toBeNull();
    expect(JSON.stringify(page)).not.toContain(number);
    const others = await reading(building, (tx) => otherDepartments(tx, building, "2026-11-10", "en"));
    expect(others.map((one) => one.name)).toEqual(["water"]);

    const on = { code: row.code };
    const signed = await perform(
      building,
      { on, command: { type: "sign", officer: "陈" }, version: page?.version },
      at,
    );
    expect(signed).toMatchObject({ ok: true });
    const measure = { type: "promiseMeasure" as const, words: "修订清单", owner: "陈", dueOn: "2026-12-15" };
    expect(await perform(building, { on, command: measure }, at)).toMatchObject({ ok: true });
    const reply = { type: "reply" as const, words: "已办结。", evidence: [file("凭证.pdf")] };
    expect(await perform(building, { on, command: reply }, at)).toMatchObject({ ok: true });
    const after = await reading(building, (tx) => findAssignment(tx, building, row.code));
    expect(after?.files.map((one) => one.name)).toEqual(["凭证.pdf"]);
    // The reply is out of the department's hands, the promised measure isn't.
    const owed = await reading(building, (tx) => listAssignments(tx, building, { section: "measures" }));
    expect(owed.rows[0]?.measureDueOn).toBe("2026-12-15");
    const known = await reading(one, (tx) => findEnterpriseComplaint(tx, one, number));
    expect(known?.steps.map((step) => step.command)).toEqual(["sign", "assign", "accept", "submit"]);
  });
});
