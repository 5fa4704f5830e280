import { and, count, eq, gte, lt, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { type Day, officeDay } from "../clock/day.ts";
import { conditionOfFigure, countOfFigure, isNoClue, resolvedIn, seen } from "./dictionary.server.ts";
import { COMPLAINT_FIGURES, type ComplaintFigure, RATES, type Rate, ratioOf } from "./figure.ts";

export type Figures = Record<ComplaintFigure | "liaisonPoints" | "rules", number> & {
  rates: Record<Rate, number | null>;
};

/** Every figure of a year, each counted by its entry in the dictionary. Liaison points are those active now. */
export async function figures(tx: Tx, year: number, at: Date = new Date()): Promise<Figures> {
  const today = officeDay(at);
  const counted = await countAll(tx, year, today);
  const { liaisonPoint } = schema;
  const liaisonPoints = await tx.$count(liaisonPoint, eq(liaisonPoint.status, "active"));
  const rate = (name: Rate) => ratioOf(counted[RATES[name].part], counted[RATES[name].whole]);
  const rates = {
    response: rate("response"),
    onTime: rate("onTime"),
    finalOnTime: rate("finalOnTime"),
    resolution: rate("resolution"),
    satisfaction: rate("satisfaction"),
    held: rate("held"),
  };
  return { liaisonPoints, ...counted, rules: await countRules(tx, year), rates };
}

/** In one statement: many answers take hardly longer to fetch than one. */
async function countAll(tx: Tx, year: number, today: Day): Promise<Record<ComplaintFigure, number>> {
  const counts = COMPLAINT_FIGURES.map(
    (name) => sql`(${countOfFigure(name, year, today)})::int as ${sql.identifier(name)}`,
  );
  const { rows } = await tx.execute<Record<ComplaintFigure, number>>(
    sql`select ${sql.join(counts, sql`, `)}`,
  );
  return must(rows[0], "the figures");
}

const { rule } = schema;

/** Rules made in a year, as a condition on a rule. */
export const ruleOfYear = (year: number) =>
  and(gte(rule.madeOn, `${year}-01-01`), lt(rule.madeOn, `${year + 1}-01-01`));

const countRules = (tx: Tx, year: number) => tx.$count(rule, ruleOfYear(year));

/** Complaints reported, and matters resolved, in each month of a year: two lists of twelve. */
export async function months(tx: Tx, year: number): Promise<{ reported: number[]; resolved: number[] }> {
  const { complaint, writeOff } = schema;
  const monthOf = (column: typeof complaint.submittedAt | typeof writeOff.decidedAt) =>
    sql<number>`extract(month from ${column} at time zone 'Asia/Shanghai')::int`;
  const reported = await tx
    .select({ month: monthOf(complaint.submittedAt).as("month"), count: count() })
    .from(complaint)
    .where(and(seen, conditionOfFigure("reported", year, "")))
    .groupBy(sql`1`);
  const decided = tx
    .selectDistinctOn([writeOff.complaintId], { month: monthOf(writeOff.decidedAt).as("month") })
    .from(writeOff)
    .where(and(resolvedIn(year), isNoClue(writeOff.complaintId)))
    .orderBy(writeOff.complaintId, sql`${writeOff.decidedAt} desc`)
    .as("decided");
  const resolved = await tx
    .select({ month: decided.month, count: count() })
    .from(decided)
    .groupBy(decided.month);
  return { reported: twelve(reported), resolved: twelve(resolved) };
}

const twelve = (rows: { month: number; count: number }[]) =>
  Array.from({ length: 12 }, (_, index) => rows.find((row) => row.month === index + 1)?.count ?? 0);
