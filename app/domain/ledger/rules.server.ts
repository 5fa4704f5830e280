import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { seen } from "../figure/dictionary.server.ts";
import { ruleOfYear } from "../figure/figures.server.ts";

const { rule, ruleComplaint, ruleVersion, complaint, department, person } = schema;

/** Rules on one page. */
export const RULES_PAGE = 50;

const columns = {
  id: rule.id,
  title: rule.title,
  summary: rule.summary,
  madeOn: rule.madeOn,
  departmentId: rule.departmentId,
  department: department.name,
  departmentEn: department.nameEn,
  version: rule.version,
};

/** Where a page of rules ended. */
export interface RuleMark {
  madeOn: Day;
  id: string;
}

/** Rules, the newest first, one more than a page of them; with a year, those made in it. */
export async function listRules(tx: Tx, year?: number, after?: RuleMark | null) {
  const rows = await tx
    .select(columns)
    .from(rule)
    .innerJoin(department, eq(department.id, rule.departmentId))
    .where(
      and(
        year ? ruleOfYear(year) : undefined,
        after ? sql`(${rule.madeOn}, ${rule.id}) < (${after.madeOn}::date, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(rule.madeOn), desc(rule.id))
    .limit(RULES_PAGE + 1);
  const links = await linksOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...row,
    numbers: links.filter((link) => link.ruleId === row.id).map((link) => link.number),
  }));
}
export type ListedRule = Awaited<ReturnType<typeof listRules>>[number];

/** One rule with the numbers that it is linked to, or null. */
export async function loadRule(tx: Tx, id: string): Promise<ListedRule | null> {
  const [row] = await tx
    .select(columns)
    .from(rule)
    .innerJoin(department, eq(department.id, rule.departmentId))
    .where(eq(rule.id, id));
  return row ? { ...row, numbers: (await linksOf(tx, [id])).map((link) => link.number) } : null;
}

/** How many rules there are; with a year, those made in it. */
export const countRules = (tx: Tx, year?: number) => tx.$count(rule, year ? ruleOfYear(year) : undefined);

/** What a rule said before each change, the last one first, and who changed it. */
export function earlierRules(tx: Tx, ruleId: string) {
  return tx
    .select({
      version: ruleVersion.version,
      title: ruleVersion.title,
      madeOn: ruleVersion.madeOn,
      department: department.name,
      departmentEn: department.nameEn,
      at: ruleVersion.replacedAt,
      by: person.name,
      byEn: person.nameEn,
    })
    .from(ruleVersion)
    .innerJoin(department, eq(department.id, ruleVersion.departmentId))
    .innerJoin(person, eq(person.id, ruleVersion.replacedById))
    .where(eq(ruleVersion.ruleId, ruleId))
    .orderBy(desc(ruleVersion.version));
}

/** The years in which rules were made, the latest first. */
export async function ruleYears(tx: Tx): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ year: sql<number>`extract(year from ${rule.madeOn})::int` })
    .from(rule)
    .orderBy(desc(sql`1`));
  return rows.map((row) => row.year);
}

function linksOf(tx: Tx, ruleIds: string[]) {
  return tx
    .select({ ruleId: ruleComplaint.ruleId, number: complaint.number })
    .from(ruleComplaint)
    .innerJoin(complaint, eq(complaint.id, ruleComplaint.complaintId))
    .where(and(seen, inArray(ruleComplaint.ruleId, ruleIds)))
    .orderBy(asc(complaint.number));
}
