import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { dayOf } from "../clock/day.ts";
import { seen } from "../figure/dictionary.server.ts";
import { ruleOfYear } from "../figure/figures.server.ts";
import { newId } from "../people/new-id.ts";
import type { RuleInput } from "./rule-form.ts";

const { rule, ruleComplaint, complaint, department } = schema;
const LIMIT = 300;

/** Rules, the newest first; with a year, those made in it. */
export async function listRules(tx: Tx, year?: number) {
  const rows = await tx
    .select({
      id: rule.id,
      title: rule.title,
      summary: rule.summary,
      madeOn: rule.madeOn,
      department: department.name,
      departmentEn: department.nameEn,
    })
    .from(rule)
    .innerJoin(department, eq(department.id, rule.departmentId))
    .where(year ? ruleOfYear(year) : undefined)
    .orderBy(desc(rule.madeOn), desc(rule.id))
    .limit(LIMIT);
  const links = await tx
    .select({ ruleId: ruleComplaint.ruleId, number: complaint.number })
    .from(ruleComplaint)
    .innerJoin(complaint, eq(complaint.id, ruleComplaint.complaintId))
    .where(
      and(
        seen,
        inArray(
          ruleComplaint.ruleId,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(complaint.number));
  return rows.map((row) => ({
    ...row,
    numbers: links.filter((link) => link.ruleId === row.id).map((link) => link.number),
  }));
}

export type RecordedRule =
  | { ok: true; ruleId: string }
  | {
      ok: false;
      refusal: "notAllowed" | "noSuchDepartment" | "noSuchComplaint" | "dateInFuture";
      numbers?: string[];
    };

/**
 * Records a rule that a department made (建章立制) and links it to complaints. The same `commandId` again
 * answers the rule that it made the first time.
 */
export function recordRule(
  actor: PersonActor,
  input: RuleInput,
  at: Date,
  commandId?: string,
): Promise<RecordedRule> {
  return withActor(actor, "write", async (tx): Promise<RecordedRule> => {
    if (actor.kind !== "supervisor" && actor.kind !== "intake") return { ok: false, refusal: "notAllowed" };
    if (input.madeOn > dayOf(at)) return { ok: false, refusal: "dateInFuture" };
    const [known] = await tx
      .select({ id: department.id })
      .from(department)
      .where(sql`${department.id}::text = ${input.departmentId}`);
    if (!known) return { ok: false, refusal: "noSuchDepartment" };
    const linked = await tx
      .select({ id: complaint.id, number: complaint.number })
      .from(complaint)
      .where(and(seen, inArray(complaint.number, input.numbers)));
    const missing = input.numbers.filter((number) => !linked.some((one) => one.number === number));
    if (missing.length > 0) return { ok: false, refusal: "noSuchComplaint", numbers: missing };
    await becomeRegistrar(tx);
    return { ok: true, ruleId: await write(tx, actor, input, at, commandId, linked) };
  });
}

async function write(
  tx: Tx,
  actor: PersonActor,
  { title, summary, departmentId, madeOn }: RuleInput,
  at: Date,
  commandId: string | undefined,
  linked: { id: string }[],
): Promise<string> {
  const id = newId();
  const row = {
    id,
    title,
    summary,
    departmentId,
    madeOn,
    recordedById: actor.personId,
    recordedAt: at,
    commandId,
  };
  const made = await tx
    .insert(rule)
    .values(row)
    .onConflictDoNothing({ target: rule.commandId })
    .returning({ id: rule.id });
  if (made.length === 0 && commandId) {
    const [first] = await tx.select({ id: rule.id }).from(rule).where(eq(rule.commandId, commandId));
    return first?.id ?? id;
  }
  if (linked.length > 0) {
    await tx.insert(ruleComplaint).values(linked.map((one) => ({ ruleId: id, complaintId: one.id })));
  }
  return id;
}
