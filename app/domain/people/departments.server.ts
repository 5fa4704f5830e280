import { createHash } from "node:crypto";
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { District } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { type DepartmentNames, faultIn } from "./department-lines.ts";
import { newId } from "./new-id.ts";

const { department, person } = schema;

const columns = {
  id: department.id,
  code: department.code,
  name: department.name,
  nameEn: department.nameEn,
  district: department.district,
  validUntil: department.validUntil,
  leaderId: department.leaderId,
};

/** All departments by code, those that are no more last, each with the number of its active people. */
export function allDepartments(tx: Tx) {
  const people = tx.$count(person, and(eq(person.departmentId, department.id), eq(person.status, "active")));
  return tx
    .select({ ...columns, people })
    .from(department)
    .orderBy(asc(sql`${department.validUntil} is not null`), asc(department.code));
}

/** The leaders of the city, to be in charge of departments. */
export function leadersOf(tx: Tx) {
  const { id, name, nameEn } = person;
  return tx
    .select({ id, name, nameEn })
    .from(person)
    .where(and(eq(person.role, "leader"), ne(person.status, "disabled")))
    .orderBy(asc(name));
}

export interface DepartmentInput extends DepartmentNames {
  district: District | null;
  /** The leader in charge, who is copied on its urging letters. */
  leaderId: string | null;
  isActive: boolean;
}

type Row = Omit<DepartmentInput, "isActive"> & { validUntil: Day | null };

/** What a form was made from: a change that was made from another state is refused as stale. */
export const seenOf = ({ name, nameEn, district, leaderId, validUntil }: Row): string =>
  createHash("sha256")
    .update(JSON.stringify([name, nameEn, district, leaderId, validUntil]))
    .digest("base64url")
    .slice(0, 16);

type Fault = NonNullable<ReturnType<typeof faultIn>>;

/** Adds departments as they were pasted, all or none. They are written under the administrator's own role. */
export function addDepartments(
  actor: PersonActor,
  lines: readonly DepartmentNames[],
  today: Day,
): Promise<{ added: number } | Fault> {
  return withActor(actor, "write", async (tx) => {
    await tx.execute(sql`lock table ${department} in share row exclusive mode`);
    const known = await tx
      .select({ name: department.name })
      .from(department)
      .where(isNull(department.validUntil));
    const fault = faultIn(
      lines,
      known.map(({ name }) => name),
    );
    if (fault) return fault;
    const serial = sql<number>`coalesce(max(substring(${department.code} from '^BM-([0-9]{1,6})$')::int), 0)`;
    const [last] = await tx.select({ serial }).from(department);
    const code = (index: number) => `BM-${String((last?.serial ?? 0) + index + 1).padStart(3, "0")}`;
    await tx
      .insert(department)
      .values(lines.map((names, index) => ({ ...names, id: newId(), code: code(index), validFrom: today })));
    return { added: lines.length };
  });
}

/** Changes a department, or ends it as of `today`, unless somebody else changed it since `seen`. */
export function changeDepartment(
  actor: PersonActor,
  { code, seen, today }: { code: string; seen: string; today: Day },
  { isActive, ...input }: DepartmentInput,
): Promise<boolean> {
  return withActor(actor, "write", async (tx) => {
    const [now] = await tx.select(columns).from(department).where(eq(department.code, code)).for("update");
    if (!now || seenOf(now) !== seen) return false;
    const validUntil = isActive ? null : (now.validUntil ?? today);
    await tx
      .update(department)
      .set({ ...input, validUntil })
      .where(eq(department.id, now.id));
    return true;
  });
}
