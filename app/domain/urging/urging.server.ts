import { and, asc, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { must, type PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { seen } from "../figure/dictionary.server.ts";

const { urging, assignment, department } = schema;

const PAGE = 50;
/** So many late assignments are shown at most. */
export const LATE_SHOWN = 50;

const columns = {
  id: urging.id,
  year: urging.year,
  serial: urging.serial,
  createdAt: urging.issuedAt,
  dueOn: urging.dueOn,
  answerBy: urging.answerBy,
  about: urging.about,
  code: assignment.code,
  status: assignment.status,
  to: department.name,
  toEn: department.nameEn,
};

const letters = (tx: Tx) =>
  tx
    .select(columns)
    .from(urging)
    .innerJoin(assignment, eq(assignment.id, urging.assignmentId))
    .innerJoin(department, eq(department.id, assignment.departmentId));

/** Whose letters somebody reads: the commission all, a department its own, a leader those of the portfolio. */
function scopeOf(actor: PersonActor): SQL | undefined {
  if (actor.kind === "department")
    return eq(assignment.departmentId, must(actor.departmentId, "a department"));
  if (actor.kind === "leader") return eq(department.leaderId, actor.personId);
  return undefined;
}

/** One page of the letters in an actor's scope, the newest first. */
export async function listUrgings(tx: Tx, actor: PersonActor, after: { createdAt: Date; id: string } | null) {
  const { issuedAt, id } = urging;
  const past = after
    ? or(lt(issuedAt, after.createdAt), and(eq(issuedAt, after.createdAt), lt(id, after.id)))
    : undefined;
  const rows = await letters(tx)
    .where(and(scopeOf(actor), past))
    .orderBy(desc(issuedAt), desc(id))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** One letter in the actor's scope, or null. */
export async function findUrging(tx: Tx, actor: PersonActor, id: string) {
  const [found] = await letters(tx).where(and(eq(urging.id, id), scopeOf(actor)));
  return found ?? null;
}
export type UrgingLetter = NonNullable<Awaited<ReturnType<typeof findUrging>>>;

/** The letters about one assignment, the newest first. */
export function urgingsOf(tx: Tx, actor: PersonActor, code: string): Promise<UrgingLetter[]> {
  return letters(tx)
    .where(and(eq(assignment.code, code), scopeOf(actor)))
    .orderBy(desc(urging.issuedAt), desc(urging.id));
}

/** The numbers of the complaints behind these assignments, by code, for the commission; not of those out of its sight. */
export async function numbersBehind(tx: Tx, codes: string[]): Promise<Record<string, string>> {
  const { complaint } = schema;
  const rows = await tx
    .select({ code: assignment.code, number: complaint.number })
    .from(assignment)
    .innerJoin(complaint, eq(complaint.id, assignment.complaintId))
    .where(and(inArray(assignment.code, codes), seen));
  return Object.fromEntries(rows.map(({ code, number }) => [code, number]));
}

/** What the departments of a leader's portfolio owe past its day, the oldest first, each with its newest letter. */
export async function lateInPortfolio(tx: Tx, actor: PersonActor, today: Day) {
  const rows = await tx
    .select({
      code: assignment.code,
      status: assignment.status,
      dueOn: assignment.replyDueOn,
      to: department.name,
      toEn: department.nameEn,
    })
    .from(assignment)
    .innerJoin(department, eq(department.id, assignment.departmentId))
    .where(
      and(
        eq(department.leaderId, actor.personId),
        inArray(assignment.status, ["dispatched", "signed", "redo"]),
        lt(assignment.replyDueOn, today),
      ),
    )
    .orderBy(asc(assignment.replyDueOn), asc(assignment.id))
    .limit(LATE_SHOWN);
  const codes = rows.map(({ code }) => code);
  const about = await letters(tx).where(inArray(assignment.code, codes)).orderBy(asc(urging.issuedAt));
  // Of several about one assignment, the last one stays.
  const newest = new Map(about.map((letter) => [letter.code, letter]));
  return rows.map((row) => ({ ...row, letter: newest.get(row.code) ?? null }));
}
