import { and, asc, desc, eq, gt, ilike, inArray, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";

const { department, person, rightsDecision, rightsRequest } = schema;
const asker = alias(person, "asker");
const decider = alias(person, "decider");
const PAGE = 50;

export interface HoldersQuery {
  q?: string;
  role?: Role;
  /** A department's code. */
  department?: string;
  /** The e-mail at which the page before ended. */
  after?: string;
}

/** By which request each account got what it holds now; a new factor is no new right. */
function grants(tx: Tx) {
  const since = sql<Date>`coalesce(${rightsDecision.at}, ${rightsRequest.askedAt})`
    .mapWith(rightsRequest.askedAt)
    .as("since");
  return tx
    .selectDistinctOn([rightsRequest.subjectId], {
      subjectId: rightsRequest.subjectId,
      nth: rightsRequest.nth,
      kind: rightsRequest.kind,
      since,
      askerName: sql<string | null>`${asker.name}`.as("asker_name"),
      askerNameEn: sql<string | null>`${asker.nameEn}`.as("asker_name_en"),
      deciderName: sql<string | null>`${decider.name}`.as("decider_name"),
      deciderNameEn: sql<string | null>`${decider.nameEn}`.as("decider_name_en"),
    })
    .from(rightsRequest)
    .leftJoin(rightsDecision, eq(rightsDecision.requestId, rightsRequest.id))
    .leftJoin(asker, eq(asker.id, rightsRequest.askedById))
    .leftJoin(decider, eq(decider.id, rightsDecision.byId))
    .where(
      and(
        ne(rightsRequest.kind, "replaceFactor"),
        or(eq(rightsDecision.verdict, "approved"), inArray(rightsRequest.kind, ["found", "disable"])),
      ),
    )
    .orderBy(rightsRequest.subjectId, desc(since), desc(rightsRequest.nth))
    .as("granted");
}

function holders(tx: Tx) {
  const granted = grants(tx);
  return tx
    .select({
      id: person.id,
      name: person.name,
      nameEn: person.nameEn,
      email: person.email,
      role: person.role,
      post: person.post,
      status: person.status,
      version: person.version,
      locale: person.locale,
      createdAt: person.createdAt,
      department: department.code,
      departmentName: department.name,
      departmentNameEn: department.nameEn,
      nth: granted.nth,
      kind: granted.kind,
      since: granted.since,
      askerName: granted.askerName,
      askerNameEn: granted.askerNameEn,
      deciderName: granted.deciderName,
      deciderNameEn: granted.deciderNameEn,
    })
    .from(person)
    .leftJoin(department, eq(department.id, person.departmentId))
    .leftJoin(granted, eq(granted.subjectId, person.id));
}

/** One page of the office's accounts by e-mail: what each holds, since when, and how it came. */
export async function holdersOf(tx: Tx, { q, role, department: unit, after }: HoldersQuery) {
  const pattern = `%${(q ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`;
  const key = sql`lower(${person.email})`;
  const rows = await holders(tx)
    .where(
      and(
        ne(person.role, "liaison"),
        q
          ? or(ilike(person.name, pattern), ilike(person.nameEn, pattern), ilike(person.email, pattern))
          : undefined,
        role ? eq(person.role, role) : undefined,
        unit ? eq(department.code, unit) : undefined,
        after ? gt(key, after) : undefined,
      ),
    )
    .orderBy(asc(key))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** One account of the office, or undefined. */
export async function holderOf(tx: Tx, id: string) {
  const [row] = await holders(tx).where(and(eq(person.id, id), ne(person.role, "liaison")));
  return row;
}

export type Holder = Awaited<ReturnType<typeof holdersOf>>["rows"][number];
