import { and, asc, eq, gt, ilike, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale, PersonStatus, Role } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";

const { department, liaisonPoint, person } = schema;
const PAGE = 50;

const columns = {
  id: person.id,
  name: person.name,
  nameEn: person.nameEn,
  email: person.email,
  mobile: person.mobile,
  role: person.role,
  post: person.post,
  locale: person.locale,
  status: person.status,
  version: person.version,
  department: department.code,
  departmentName: department.name,
  departmentNameEn: department.nameEn,
  point: liaisonPoint.code,
  pointName: liaisonPoint.shortName,
};

const people = (tx: Tx) =>
  tx
    .select(columns)
    .from(person)
    .leftJoin(department, eq(department.id, person.departmentId))
    .leftJoin(liaisonPoint, eq(liaisonPoint.id, person.liaisonPointId));

export interface PeopleQuery {
  q?: string;
  role?: Role;
  status?: PersonStatus;
  /** A department's code. */
  department?: string;
  /** The e-mail at which the page before ended. */
  after?: string;
}

/** One page of the people, by e-mail. */
export async function peopleOf(tx: Tx, { q, role, status, department: unit, after }: PeopleQuery) {
  const pattern = `%${(q ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`;
  const key = sql`lower(${person.email})`;
  const rows = await people(tx)
    .where(
      and(
        q
          ? or(ilike(person.name, pattern), ilike(person.nameEn, pattern), ilike(person.email, pattern))
          : undefined,
        unit ? eq(department.code, unit) : undefined,
        role ? eq(person.role, role) : undefined,
        status ? eq(person.status, status) : undefined,
        after ? gt(key, after) : undefined,
      ),
    )
    .orderBy(asc(key))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** One person, or undefined. */
export async function personOf(tx: Tx, id: string) {
  const [row] = await people(tx).where(eq(person.id, id));
  return row;
}

/** The departments of today, for a list to choose from. */
export function departmentsOf(tx: Tx) {
  const { code, name, nameEn } = department;
  return tx.select({ code, name, nameEn }).from(department).orderBy(asc(code));
}

/** The name of the department that a person works in, in a language; null for everybody else. */
export async function departmentNameOf(tx: Tx, { departmentId }: PersonActor, locale: Locale) {
  if (!departmentId) return null;
  const [row] = await tx
    .select({ name: locale === "en" ? department.nameEn : department.name })
    .from(department)
    .where(eq(department.id, departmentId));
  return row?.name ?? null;
}
