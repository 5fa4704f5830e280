import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { RuleEvent } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { dayOf } from "../clock/day.ts";
import { writeEvent } from "../complaint/write.server.ts";
import { seen } from "../figure/dictionary.server.ts";
import { newId } from "../people/new-id.ts";
import type { RuleInput } from "./rule-form.ts";
import { type ListedRule, loadRule } from "./rules.server.ts";

const { rule, ruleComplaint, ruleVersion, complaint, department } = schema;

type RuleRefusal = "notAllowed" | "noSuchDepartment" | "noSuchComplaint" | "dateInFuture";
export type RecordedRule =
  | { ok: true; ruleId: string }
  | { ok: false; refusal: RuleRefusal; numbers?: string[] };

/**
 * Records a rule that a department made (建章立制), links it to complaints, and says so in the chain of each.
 * The same `commandId` again answers the rule that it made the first time.
 */
export function recordRule(
  actor: PersonActor,
  input: RuleInput,
  at: Date,
  commandId?: string,
): Promise<RecordedRule> {
  return withActor(actor, "write", async (tx): Promise<RecordedRule> => {
    const refused = await refusalOf(tx, actor, input, at);
    if (refused) return refused;
    await becomeRegistrar(tx);
    const { title, summary, departmentId, madeOn } = input;
    const said = { title, summary, departmentId, madeOn };
    const made = await tx
      .insert(rule)
      .values({ id: newId(), ...said, recordedById: actor.personId, recordedAt: at, commandId })
      .onConflictDoNothing({ target: rule.commandId })
      .returning({ id: rule.id });
    const ruleId = made[0]?.id;
    if (!ruleId) return { ok: true, ruleId: await madeBy(tx, commandId ?? "") };
    const linked = await lockComplaints(tx, input.numbers);
    await link(tx, ruleId, linked);
    await tellChains(tx, actor, at, title, { linkRule: linked });
    return { ok: true, ruleId };
  });
}

export type RevisedRule =
  | { ok: true; ruleId: string }
  | { ok: false; refusal: RuleRefusal | "notFound"; numbers?: string[] }
  | { ok: false; refusal: "stale"; stored: ListedRule };

/**
 * Changes a rule and the complaints that it is linked to; what it said before is kept, and each of them, linked
 * before or now, is told in its chain. `version` is the one that was looked at: an older one is refused as stale, with what is stored now.
 * A change that is stored already is done, so that a form sent twice acts once.
 */
export function reviseRule(
  actor: PersonActor,
  ruleId: string,
  input: RuleInput,
  version: number | undefined,
  at: Date,
): Promise<RevisedRule> {
  return withActor(actor, "write", async (tx): Promise<RevisedRule> => {
    const refused = await refusalOf(tx, actor, input, at);
    if (refused) return refused;
    const known = await loadRule(tx, ruleId);
    await becomeRegistrar(tx);
    await tx.select({ id: rule.id }).from(rule).where(eq(rule.id, ruleId)).for("update");
    const whole = await loadRule(tx, ruleId);
    // A matter that the reader is kept from stays linked, and is not told of.
    const stored = whole && {
      ...whole,
      numbers: whole.numbers.filter((number) => known?.numbers.includes(number)),
    };
    if (!stored) return { ok: false, refusal: "notFound" };
    if (saysTheSame(stored, input)) return { ok: true, ruleId };
    if (version !== stored.version) return { ok: false, refusal: "stale", stored };
    await change(tx, actor, at, stored, input);
    return { ok: true, ruleId };
  });
}

async function change(tx: Tx, actor: PersonActor, at: Date, stored: ListedRule, input: RuleInput) {
  const { title, summary, departmentId, madeOn, numbers } = input;
  const set = { title, summary, departmentId, madeOn, version: stored.version + 1 };
  await keepVersion(tx, actor, at, stored);
  await tx.update(rule).set(set).where(eq(rule.id, stored.id));
  const touched = await lockComplaints(tx, [...new Set([...numbers, ...stored.numbers])]);
  const had = (one: Linked) => stored.numbers.includes(one.number);
  const has = (one: Linked) => numbers.includes(one.number);
  const linked = touched.filter((one) => has(one) && !had(one));
  const unlinked = touched.filter((one) => had(one) && !has(one));
  const isReworded = !saysTheSame({ ...stored, numbers }, input);
  await link(tx, stored.id, linked);
  const gone = unlinked.map(({ id }) => id);
  await tx
    .delete(ruleComplaint)
    .where(and(eq(ruleComplaint.ruleId, stored.id), inArray(ruleComplaint.complaintId, gone)));
  const reviseRule = isReworded ? touched.filter((one) => had(one) && has(one)) : [];
  await tellChains(tx, actor, at, title, { linkRule: linked, reviseRule, unlinkRule: unlinked });
}

function keepVersion(tx: Tx, actor: PersonActor, at: Date, stored: ListedRule) {
  const { id: ruleId, version, title, summary, departmentId, madeOn } = stored;
  const replaced = { id: newId(), replacedById: actor.personId, replacedAt: at };
  return tx
    .insert(ruleVersion)
    .values({ ...replaced, ruleId, version, title, summary, departmentId, madeOn });
}

const textOf = ({ title, summary, departmentId, madeOn, numbers }: RuleInput) =>
  JSON.stringify([title, summary, departmentId, madeOn, numbers.toSorted()]);

const saysTheSame = (one: RuleInput, other: RuleInput) => textOf(one) === textOf(other);

async function refusalOf(tx: Tx, actor: PersonActor, input: RuleInput, at: Date) {
  const refuse = (refusal: RuleRefusal, numbers?: string[]) => ({ ok: false as const, refusal, numbers });
  if (actor.kind !== "supervisor" && actor.kind !== "intake") return refuse("notAllowed");
  if (input.madeOn > dayOf(at)) return refuse("dateInFuture");
  const [known] = await tx
    .select({ id: department.id })
    .from(department)
    .where(sql`${department.id}::text = ${input.departmentId}`);
  if (!known) return refuse("noSuchDepartment");
  const found = await tx
    .select({ number: complaint.number })
    .from(complaint)
    .where(and(seen, inArray(complaint.number, input.numbers)));
  const missing = input.numbers.filter((number) => !found.some((one) => one.number === number));
  return missing.length > 0 ? refuse("noSuchComplaint", missing) : null;
}

async function madeBy(tx: Tx, commandId: string): Promise<string> {
  const [first] = await tx.select({ id: rule.id }).from(rule).where(eq(rule.commandId, commandId));
  return first?.id ?? "";
}

// An event takes its place after the last one of its complaint: two writers of one chain must not meet.
function lockComplaints(tx: Tx, numbers: string[]) {
  const { id, number, status, version } = complaint;
  return tx
    .select({ id, number, status, version })
    .from(complaint)
    .where(inArray(number, numbers))
    .orderBy(asc(id))
    .for("update");
}
type Linked = Awaited<ReturnType<typeof lockComplaints>>[number];

async function link(tx: Tx, ruleId: string, linked: Linked[]) {
  if (linked.length === 0) return;
  await tx.insert(ruleComplaint).values(linked.map((one) => ({ ruleId, complaintId: one.id })));
}

async function tellChains(
  tx: Tx,
  actor: PersonActor,
  at: Date,
  title: string,
  told: Partial<Record<RuleEvent, Linked[]>>,
) {
  for (const [command, complaints] of Object.entries(told)) {
    for (const one of complaints) {
      const facts = { complaint: one, command, actor, at, said: { rule: title }, commandId: null };
      await writeEvent(tx, { ...facts, from: one.status, assignment: null, changes: [] });
    }
  }
}
