// Long, because what no path may break is tried on the path itself.
import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { findAssignment } from "../../app/domain/assignment/view.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const one = async (text: string, values: unknown[] = []) => {
  const result = (await db.query(text, values)) as unknown as { rows?: Record<string, unknown>[] };
  const rows = result.rows ?? (result as unknown as Record<string, unknown>[]);
  return rows[0] ?? {};
};
const complaintOf = (number: string) => one("select * from complaint where number = $1", [number]);

async function submitted(moment = "2026-03-02 09:30") {
  const { number } = await submit(office.lin, aSubmission, shanghai(moment));
  return { number };
}

async function assigned() {
  const on = await submitted();
  await does(office.su, on, { type: "accept", grade: "C" }, "2026-03-02 10:00");
  const brief = "某企业反映审图意见前后不一，请核实并一次性告知。";
  const command = {
    type: "assign",
    grade: "C",
    lead: office.construction,
    assisting: [],
    brief,
    release: [],
  } as const;
  await does(office.su, on, { ...command, assisting: [], release: [] }, "2026-03-02 11:00");
  const { code, id } = await one(
    "select a.code, a.id from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
    [on.number],
  );
  return { on, code: { code: String(code) }, assignmentId: String(id) };
}

async function replied() {
  const at = await assigned();
  await does(office.zhao, at.code, { type: "sign", officer: "赵承安" }, "2026-03-02 15:00");
  const contact = {
    type: "recordFirstContact",
    way: "throughCommission",
    note: "已请委里转告企业补件方式。",
  } as const;
  await does(office.zhao, at.code, contact, "2026-03-03 10:00");
  await does(
    office.zhao,
    at.code,
    { type: "reply", words: "意见已合并为一份清单，图纸当日通过。", evidence: [] },
    "2026-03-05 10:00",
  );
  return at;
}

async function fedBack() {
  const at = await replied();
  await does(office.gu, at.on, { type: "acceptReply", note: null }, "2026-03-05 14:00", {
    assignmentId: at.assignmentId,
  });
  await does(
    office.gu,
    at.on,
    { type: "feedBack", words: "审图意见已一次性告知，图纸已通过。" },
    "2026-03-05 15:00",
  );
  return at;
}

describe("a complaint's whole life", () => {
  it("keeps the files that come with a supplement beside those of the submission", async () => {
    const on = await submitted();
    await does(office.su, on, { type: "askSupplement", question: "请附上补正通知书。" }, "2026-03-02 10:00");
    const file = {
      id: newId(),
      name: "补正通知书.pdf",
      type: "pdf",
      bytes: 1204,
      sha256: "0".repeat(64),
      storageKey: "kept/one",
    };
    await does(
      office.lin,
      on,
      { type: "supplement", answer: "通知书见附件。", attachments: [file] },
      "2026-03-03 10:00",
    );
    const kept = await one(
      "select a.name, a.storage_key, a.bytes from attachment a join complaint c on c.id = a.complaint_id where c.number = $1",
      [on.number],
    );
    expect(kept).toMatchObject({ name: "补正通知书.pdf", storage_key: "kept/one", bytes: "1204" });
  });

  it("goes from submission to write-off by somebody who did not handle it", async () => {
    const at = await fedBack();
    const good = {
      type: "evaluate",
      rating: "satisfied",
      solved: "solved",
      reason: "当天就办好了。",
    } as const;
    await does(office.lin, at.on, good, "2026-03-06 09:30");
    await does(
      office.zhao,
      at.code,
      { type: "applyWriteOff", words: "已办结，申请销号。" },
      "2026-03-06 10:00",
    );
    const own = await perform(
      office.gu,
      { on: at.on, command: { type: "approveWriteOff", words: "同意" } },
      shanghai("2026-03-06 11:00"),
    );
    expect(own).toMatchObject({ ok: false, refusal: "handledByYou" });
    await does(
      office.shen,
      at.on,
      { type: "approveWriteOff", words: "材料齐全，同意销号。" },
      "2026-03-06 14:00",
    );
    const row = await complaintOf(at.on.number);
    expect(row).toMatchObject({ status: "closed", solved: true, due_rule: "lookBackFirst" });
    // Three months after Friday 6 March is Saturday 6 June, so the first working day after it.
    expect(row.due_on).toBe("2026-06-08");
  });

  it("counts three working days from submission, day one being the next working day", async () => {
    const { dueOn } = await submit(office.lin, aSubmission, shanghai("2026-03-06 18:10"));
    // Friday after hours counts from Monday 9 March; Tuesday is day one.
    expect(dueOn).toBe("2026-03-12");
  });

  it("numbers without a gap when many submit at once", async () => {
    const at = shanghai("2026-03-10 09:30");
    const all = await Promise.all(Array.from({ length: 8 }, () => submit(office.he, aSubmission, at)));
    const serials = all.map((s) => Number(s.number.slice(7))).sort((a, b) => a - b);
    expect(new Set(serials).size).toBe(8);
    // A number that was left out on purpose is no gap.
    const [first = 0, last = 0] = [serials[0], serials.at(-1)];
    const voids = await db.query("select 1 from void_number where year = 2026 and serial between $1 and $2", [
      first,
      last,
    ]);
    expect(last - first + 1).toBe(8 + voids.length);
  });
});

describe("what no path may break", () => {
  it("sends a badly rated matter back only after a call-back", async () => {
    const at = await fedBack();
    const bad = {
      type: "evaluate",
      rating: "dissatisfied",
      solved: "unsolved",
      reason: "没有人来过。",
    } as const;
    await does(office.lin, at.on, bad, "2026-03-06 09:30");
    expect(await complaintOf(at.on.number)).toMatchObject({ status: "verifying", bad_rating_pending: true });
    const rework = { type: "rework", missing: "请当面核对图纸。", reason: "我们已请部门重办。" } as const;
    const early = await perform(office.gu, { on: at.on, command: rework }, shanghai("2026-03-06 10:00"));
    expect(early).toMatchObject({ ok: false, refusal: "callBackFirst" });
    const call = {
      type: "recordCallBack",
      solved: "unsolved",
      pressed: false,
      words: "企业说未收到清单。",
    } as const;
    await does(office.gu, at.on, call, "2026-03-06 10:30");
    await does(office.gu, at.on, rework, "2026-03-06 11:00");
    // Friday 6 March plus five working days.
    expect(await complaintOf(at.on.number)).toMatchObject({ status: "handling", due_on: "2026-03-13" });
  });

  it("refuses a brief that names the enterprise, however it is spaced", async () => {
    const on = await submitted();
    const command = {
      type: "assign",
      grade: "B",
      lead: office.construction,
      assisting: [],
      brief: "请核实 云 岭-精密 电子 反映的情况，联系澄湾市云岭精密电子有限公司。",
      release: [],
    } as const;
    const done = await perform(
      office.su,
      { on, command: { ...command, assisting: [], release: [] } },
      shanghai("2026-03-02 11:00"),
    );
    expect(done).toMatchObject({ ok: false, refusal: "briefNamesEnterprise" });
    expect(await complaintOf(on.number)).toMatchObject({ status: "submitted", version: 1 });
  });

  it("sends what is marked for a reason, which the commission keeps to itself", async () => {
    const on = await submitted();
    const command = {
      ...{
        type: "assign" as const,
        grade: "B" as const,
        lead: office.construction,
        assisting: [],
        release: [],
      },
      brief: "某企业反映：厂房扩建图纸已经补正三次，请核实。",
    };
    const send = (markReason: string | null) =>
      perform(office.su, { on, command: { ...command, markReason } }, shanghai("2026-03-02 11:00"));
    expect(await send(null)).toMatchObject({
      ok: false,
      refusal: "wordsMarked",
      marks: { brief: [{ from: 6, kind: "copied" }] },
    });
    const reason = "图纸的事窗口都知道";
    expect(await send(reason)).toMatchObject({ ok: true });
    const [event] = await db.query<{ said: { markReason: string } }>(
      "select said from event e join complaint c on c.id = e.complaint_id where c.number = $1 and e.command = 'assign'",
      [on.number],
    );
    expect(event?.said.markReason).toBe(reason);
    const [assignment] = await db.query<{ code: string }>(
      "select a.code from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
      [on.number],
    );
    const page = await withActor(office.zhao, "read", (tx) =>
      findAssignment(tx, office.zhao, assignment?.code ?? ""),
    );
    expect(page?.brief).toBe(command.brief);
    expect(JSON.stringify(page)).not.toContain(reason);
  });

  it("lets a department return once, and never again after a ruling", async () => {
    const at = await assigned();
    const back = { type: "returnAssignment", reason: "属市场监管职责。", department: office.market } as const;
    await does(office.zhao, at.code, back, "2026-03-03 09:30");
    const ruling = {
      type: "ruleOnReturn",
      ruling: "refused",
      reason: "审图由你局负责。",
      department: null,
    } as const;
    await does(office.su, at.on, ruling, "2026-03-03 15:00", { assignmentId: at.assignmentId });
    const again = await perform(office.zhao, { on: at.code, command: back }, shanghai("2026-03-03 16:00"));
    expect(again).toMatchObject({ ok: false, refusal: "returnedBefore" });
  });

  it("acts once however often a form is sent, and shows the second of two editors what changed", async () => {
    const on = await submitted();
    const commandId = crypto.randomUUID();
    const command = { type: "accept", grade: null } as const;
    const at = shanghai("2026-03-02 10:00");
    const sent = await Promise.all(
      [1, 2, 3].map(() => perform(office.su, { on, command, commandId, version: 1 }, at)),
    );
    expect(sent.every((s) => s.ok)).toBe(true);
    expect(await complaintOf(on.number)).toMatchObject({ version: 2, status: "accepted" });
    const late = {
      on,
      command: { type: "decline", ground: "repeated", reason: "重复" } as const,
      version: 1,
    };
    expect(await perform(office.su, late, at)).toMatchObject({
      ok: false,
      refusal: "stale",
      since: [{ command: "accept" }],
    });
  });

  it("shows another enterprise and another department nothing", async () => {
    const at = await assigned();
    const withdraw = { on: at.on, command: { type: "withdraw", reason: "x" } as const };
    expect(await perform(office.he, withdraw, shanghai("2026-03-03 10:00"))).toMatchObject({
      refusal: "notFound",
    });
    const sign = { on: at.code, command: { type: "sign", officer: "方亦然" } as const };
    expect(await perform(office.fang, sign, shanghai("2026-03-03 10:00"))).toMatchObject({
      refusal: "notFound",
    });
  });

  it("tells each person once, and a department only its own code", async () => {
    const at = await assigned();
    const mails = (await one(
      "select count(*)::int as all, count(distinct (person_id, kind, number))::int as different from mail",
    )) as { all: number; different: number };
    expect(mails.all).toBe(mails.different);
    const told = await one(
      "select count(*)::int as n from notice n join person p on p.id = n.person_id where p.role = 'department' and (n.number like 'HY%' or n.path ~ 'HY[0-9]{4}-')",
    );
    expect(told.n).toBe(0);
    expect(at.code.code).toMatch(/^JB-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  });

  it("keeps events: they refuse change, and each is chained to the one before", async () => {
    const at = await fedBack();
    await expect(db.query("update event set at = now()", [])).rejects.toThrow(/never changed/);
    const broken = await one(
      "select count(*)::int as n from event e join event b on b.complaint_id = e.complaint_id and b.seq = e.seq - 1 where e.previous_hash <> b.hash",
    );
    expect(broken.n).toBe(0);
    const events = await one(
      "select count(*)::int as n from event e join complaint c on c.id = e.complaint_id where c.number = $1",
      [at.on.number],
    );
    expect(events.n).toBe(8);
  });
});
