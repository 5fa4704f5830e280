import { submit } from "../../app/domain/complaint/submit.server.ts";
import type { Grade } from "../../db/vocabulary.ts";
import type { TestDatabase } from "./database.ts";
import { aSubmission, does, type Office, shanghai } from "./office.ts";

export interface Handed {
  /** The commission's address of it, and the department's. */
  on: { number: string };
  code: { code: string };
  assignmentId: string;
}

/** A complaint submitted and assigned to one department at a moment, from whose grade its reply date follows. */
export async function handedOver(
  db: TestDatabase,
  office: Office,
  { submittedAt = "2026-03-02 09:30", at = "2026-03-02 11:00", grade = "C" as Grade, more = {} } = {},
): Promise<Handed> {
  const { number } = await submit(office.lin, { ...aSubmission, ...more }, shanghai(submittedAt));
  const on = { number };
  const brief = "某企业反映审图意见前后不一，请核实并一次性告知。";
  const command = {
    type: "assign" as const,
    grade,
    lead: office.construction,
    assisting: [],
    brief,
    release: [],
  };
  await does(office.su, on, command, at);
  const [row] = await db.query<{ code: string; id: string }>(
    "select a.code, a.id from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
    [number],
  );
  return { on, code: { code: row?.code ?? "" }, assignmentId: row?.id ?? "" };
}

/** What a test looks at of a complaint and its only assignment, days as text. */
export async function datesOf(db: TestDatabase, number: string) {
  const [row] = await db.query<Record<string, string | null>>(
    `select c.due_on::text as complaint, c.paused_on::text as paused, a.sign_due_on::text as sign,
       a.contact_due_on::text as contact, a.reply_due_on::text as reply, a.original_reply_due_on::text as original
     from complaint c left join assignment a on a.complaint_id = c.id and a.status <> 'recalled' where c.number = $1`,
    [number],
  );
  return row ?? {};
}

/** How many notices of a kind there are about a number or a code. */
export async function noticesOf(db: TestDatabase, kind: string, number: string): Promise<number> {
  return (await db.query("select 1 from notice where kind = $1 and number = $2", [kind, number])).length;
}
