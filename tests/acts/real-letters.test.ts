import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Audience, lifecycle, whoHears } from "../../app/domain/complaint/lifecycle.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

const file = new URL("../../../shared/data/real-messages.jsonl", import.meta.url);
const isThere = existsSync(file);
const letters: { title: string; text: string; reply: string }[] = isThere
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];

let office: Office;
let db: Awaited<ReturnType<typeof testDatabase>>;

async function rows(text: string): Promise<Record<string, unknown>[]> {
  const result = (await db.query(text, [])) as unknown as { rows?: Record<string, unknown>[] };
  return result.rows ?? (result as unknown as Record<string, unknown>[]);
}

/** One letter's whole life, with the real answer as the department's reply. */
async function live(letter: (typeof letters)[number]): Promise<string> {
  const { number } = await submit(
    office.lin,
    { ...aSubmission, title: letter.title.slice(0, 60), description: letter.text },
    shanghai("2026-03-02 09:30"),
  );
  const on = { number };
  await does(office.su, on, { type: "accept", grade: "B" }, "2026-03-02 10:00");
  const brief = "某企业来信反映办事中的问题，请核实后答复。";
  await does(
    office.su,
    on,
    { type: "assign", grade: "B", lead: office.construction, assisting: [], brief, release: [] },
    "2026-03-02 11:00",
  );
  const [assignment] = await rows(
    `select a.id, a.code from assignment a join complaint c on c.id = a.complaint_id where c.number = '${number}'`,
  );
  const code = { code: String(assignment?.code) };
  const assignmentId = String(assignment?.id);
  await does(office.zhao, code, { type: "sign", officer: "赵承安" }, "2026-03-02 15:00");
  await does(
    office.zhao,
    code,
    { type: "reply", words: letter.reply.slice(0, 4000), evidence: [] },
    "2026-03-05 10:00",
  );
  await does(office.gu, on, { type: "acceptReply", note: null }, "2026-03-05 14:00", { assignmentId });
  await does(office.gu, on, { type: "feedBack", words: letter.reply.slice(0, 4000) }, "2026-03-05 15:00");
  await does(
    office.lin,
    on,
    { type: "evaluate", rating: "satisfied", solved: "solved", reason: "已经解决" },
    "2026-03-06 09:30",
  );
  await does(office.zhao, code, { type: "applyWriteOff", words: "申请销号" }, "2026-03-06 10:00");
  await does(office.shen, on, { type: "approveWriteOff", words: "同意" }, "2026-03-06 14:00");
  return number;
}

beforeAll(async () => {
  if (!isThere) return;
  db = await testDatabase();
  office = await openOffice();
});

describe.skipIf(!isThere)("real letters", () => {
  it("go through their whole life, each number once and in their order", { timeout: 180_000 }, async () => {
    const numbers: string[] = [];
    for (const letter of letters) numbers.push(await live(letter));
    expect(numbers).toEqual([...new Set(numbers)].toSorted());
    const [closed] = await rows("select count(*)::int as n from complaint where status = 'closed'");
    expect(closed?.n).toBe(letters.length);
  });

  it("are told exactly as the table demands, each once", async () => {
    // One contact, one intake, two supervisors and one officer; whoever acts isn't told. Reckoned from the table:
    const heads: Partial<Record<Audience, number>> = {
      enterprise: 1,
      followers: 0,
      intake: 1,
      supervisors: 2,
      department: 1,
      departments: 1,
    };
    const path = {
      accept: "accepted",
      assign: "assigned",
      sign: "signed",
      reply: "complete",
      acceptReply: "accepted",
      feedBack: "answered",
      evaluate: "settled",
      applyWriteOff: "applied",
      approveWriteOff: "closed",
    } as const;
    // Submission tells the enterprise and intake.
    let perLetter = 2;
    for (const [type, outcome] of Object.entries(path)) {
      const { tells } = lifecycle[type as keyof typeof path].outcomes[outcome] ?? { tells: {} };
      for (const [audience] of whoHears(tells)) perLetter += heads[audience] ?? 0;
    }
    const [mails] = await rows(
      "select count(*)::int as sent, count(distinct (person_id, kind, number))::int as once from mail",
    );
    expect(mails).toEqual({ sent: perLetter * letters.length, once: perLetter * letters.length });
    const [notices] = await rows("select count(*)::int as n from notice");
    expect(notices?.n).toBe(perLetter * letters.length);
  });
});
