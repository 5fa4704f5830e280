import { and, desc, eq, inArray, isNotNull, isNull, ne, notInArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Holding } from "./rights.ts";

const { department, liaisonPoint, person, rightsDecision, rightsRequest } = schema;
const asker = alias(person, "asker");
const decider = alias(person, "decider");
const subject = alias(person, "subject");

const MOST_WAITING = 200;
const MOST_PAST = 10;

const columns = {
  id: rightsRequest.id,
  nth: rightsRequest.nth,
  kind: rightsRequest.kind,
  subjectId: rightsRequest.subjectId,
  subjectVersion: rightsRequest.subjectVersion,
  before: rightsRequest.before,
  after: rightsRequest.after,
  reason: rightsRequest.reason,
  askedAt: rightsRequest.askedAt,
  askerId: asker.id,
  askerName: asker.name,
  askerNameEn: asker.nameEn,
  askerRole: rightsRequest.askedByRole,
  verdict: rightsDecision.verdict,
  deciderName: decider.name,
  deciderNameEn: decider.nameEn,
  deciderRole: rightsDecision.byRole,
  decisionReason: rightsDecision.reason,
  decidedAt: rightsDecision.at,
  // Of a contact the security administrator reads no account, and finds out when approving.
  version: subject.version,
};

const requests = (tx: Tx) =>
  tx
    .select(columns)
    .from(rightsRequest)
    .leftJoin(rightsDecision, eq(rightsDecision.requestId, rightsRequest.id))
    .leftJoin(asker, eq(asker.id, rightsRequest.askedById))
    .leftJoin(decider, eq(decider.id, rightsDecision.byId))
    .leftJoin(subject, eq(subject.id, rightsRequest.subjectId));

const isWaiting = and(isNull(rightsDecision.id), notInArray(rightsRequest.kind, ["found", "disable"]));

/** What waits for this administrator: asked by the other, and not about them. */
const isTheirs = ({ kind, personId }: PersonActor) =>
  and(isWaiting, ne(rightsRequest.askedByRole, kind), ne(rightsRequest.subjectId, personId));

/** How many requests wait for this administrator. */
export async function countRequests(tx: Tx, actor: PersonActor): Promise<number> {
  const rows = await tx
    .select({ id: rightsRequest.id })
    .from(rightsRequest)
    .leftJoin(rightsDecision, eq(rightsDecision.requestId, rightsRequest.id))
    .where(isTheirs(actor));
  return rows.length;
}

/** What this administrator has to decide, what of theirs waits, the oldest first, and what was decided lately. */
export async function requestsOf(tx: Tx, actor: PersonActor) {
  const waiting = await requests(tx)
    .where(and(isWaiting, or(isTheirs(actor), eq(rightsRequest.askedById, actor.personId))))
    .orderBy(rightsRequest.nth)
    .limit(MOST_WAITING);
  const past = await requests(tx)
    .where(isNotNull(rightsDecision.id))
    .orderBy(desc(rightsDecision.at), desc(rightsRequest.nth))
    .limit(MOST_PAST);
  const isMine = (row: (typeof waiting)[number]) => row.askerId === actor.personId;
  return {
    toDecide: await placed(
      tx,
      waiting.filter((row) => !isMine(row)),
    ),
    mine: await placed(tx, waiting.filter(isMine)),
    past: await placed(tx, past),
  };
}

/** Everything that was asked and decided about one person, the latest first. */
export const historyOf = async (tx: Tx, personId: string) =>
  placed(
    tx,
    await requests(tx)
      .where(eq(rightsRequest.subjectId, personId))
      .orderBy(desc(rightsRequest.nth))
      .limit(MOST_WAITING),
  );

/** About whom something waits, and who asked. */
export const subjectsWaiting = (tx: Tx) =>
  tx
    .select({ id: rightsRequest.subjectId, askedByRole: rightsRequest.askedByRole })
    .from(rightsRequest)
    .leftJoin(rightsDecision, eq(rightsDecision.requestId, rightsRequest.id))
    .where(isWaiting);

type Row = Awaited<ReturnType<typeof requests>>[number];
export type RightsRequestRow = Awaited<ReturnType<typeof placed>>[number];

/** The rows with the names of the places that they speak of. */
async function placed(tx: Tx, rows: readonly Row[]) {
  const held = rows.flatMap(({ before, after }) => [before, after]).filter((one) => one !== null);
  const idsOf = (key: "departmentId" | "liaisonPointId") => [
    ...new Set(held.flatMap((one) => one[key] ?? [])),
  ];
  const [units, points] = [idsOf("departmentId"), idsOf("liaisonPointId")];
  const departments =
    units.length > 0 ? await tx.select().from(department).where(inArray(department.id, units)) : [];
  const { id, shortName } = liaisonPoint;
  const places =
    points.length > 0 ? await tx.select({ id, shortName }).from(liaisonPoint).where(inArray(id, points)) : [];
  const named = (one: Holding | null) => {
    if (!one) return null;
    const unit = departments.find((row) => row.id === one.departmentId);
    const point = places.find((row) => row.id === one.liaisonPointId);
    const { name, nameEn, email, role, post } = one;
    const place = unit?.name ?? point?.shortName ?? null;
    return { name, nameEn, email, role, post, place, placeEn: unit?.nameEn ?? place };
  };
  return rows.map(({ version, subjectVersion, before, after, ...row }) => ({
    ...row,
    before: named(before),
    after: named(after),
    isStale:
      row.verdict === null && version !== null && subjectVersion !== null && version !== subjectVersion,
  }));
}
