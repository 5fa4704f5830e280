import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { AskedKind, PersonStatus } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { must } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import { deciderOf, faultOfAsking, type Holding, type RightsFault } from "./rights.ts";
import { tellAdministrators } from "./tell-administrators.server.ts";

const { person, rightsDecision, rightsRequest } = schema;

/** Any number that the database's own functions for rights take too: one after the other. */
const RIGHTS_LOCK = 2_208_004;

/** What is asked about one account. */
export interface Asking {
  kind: AskedKind;
  subjectId: string;
  /** Of an account that is there: the version looked at, and how it stands. */
  version: number | null;
  status: PersonStatus | null;
  before: Holding | null;
  after: Holding | null;
}

/**
 * Asks for rights, all or nothing, and tells the administrators who decide; answers why not, or null. The transaction
 * must be the registrar's, and the actor an administrator.
 */
export async function askIn(
  tx: Tx,
  actor: PersonActor,
  askings: readonly Asking[],
  reason: string,
  at: Date,
): Promise<RightsFault | null> {
  const decider = must(deciderOf(actor.kind), "an administrator who asks");
  await tx.execute(sql`select pg_advisory_xact_lock(${RIGHTS_LOCK})`);
  const deciders = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, decider), eq(person.status, "active")));
  const around = {
    askerId: actor.personId,
    deciderIds: deciders.map(({ id }) => id),
    waiting: await waitingSubjects(tx),
  };
  for (const asking of askings) {
    const fault = faultOfAsking(asking, around);
    if (fault) return fault;
  }
  const rows = askings.map(({ kind, subjectId, version, before, after }) => ({
    ...{ id: newId(), kind, subjectId, subjectVersion: version, before, after, reason },
    ...{ askedById: actor.personId, askedByRole: actor.kind, askedAt: at },
  }));
  const written = await tx.insert(rightsRequest).values(rows).returning({ nth: rightsRequest.nth });
  const number = written.length === 1 ? `${written[0]?.nth}` : "";
  await tellAdministrators(tx, decider, { kind: "rightsAsked", number, at });
  return null;
}

/** About whom a request waits, and the addresses that are to be somebody's. */
export async function waitingSubjects(tx: Tx): Promise<Set<string>> {
  const rows = await tx
    .select({ subjectId: rightsRequest.subjectId, after: rightsRequest.after })
    .from(rightsRequest)
    .leftJoin(rightsDecision, eq(rightsDecision.requestId, rightsRequest.id))
    .where(and(isNull(rightsDecision.id), notInArray(rightsRequest.kind, ["found", "disable"])));
  return new Set(
    rows.flatMap(({ subjectId, after }) => [subjectId, ...(after ? [after.email.toLowerCase()] : [])]),
  );
}

/** An account as a request words it, or undefined. The transaction must be the registrar's. */
export async function accountOf(tx: Tx, id: string) {
  const { name, nameEn, email, role, post, departmentId, liaisonPointId, status, version } = person;
  const [row] = await tx
    .select({
      holding: { name, nameEn, email, role, post, departmentId, liaisonPointId },
      ...{ status, version },
    })
    .from(person)
    .where(eq(person.id, id));
  return row;
}

/** An account, and the version of it that was looked at. */
export interface Looked {
  id: string;
  version: number;
}

export type Asked = { ok: true } | { ok: false; fault: RightsFault };

/** Asks that an account be opened again, or that its second factor, which is lost, be taken off. */
export function askAbout(
  actor: PersonActor,
  kind: "enable" | "replaceFactor",
  { id, version: seen, reason }: Looked & { reason: string },
  at: Date,
): Promise<Asked> {
  return withActor(actor, "act", async (tx) => {
    const found = await accountOf(tx, id);
    if (!found) return { ok: false, fault: "notFound" };
    const { holding: before, status, version } = found;
    if (version !== seen) return { ok: false, fault: "stale" };
    const fault = await askIn(
      tx,
      actor,
      [{ kind, subjectId: id, version, status, before, after: null }],
      reason,
      at,
    );
    return fault ? { ok: false, fault } : { ok: true };
  });
}
