import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { seenBy } from "../figure/dictionary.server.ts";

const { complaint, liaisonPoint, person, recusal, unsealing, unsealingVote } = schema;
const asker = alias(person, "asker");
const reader = alias(person, "reader");

const columns = {
  id: unsealing.id,
  number: complaint.number,
  purpose: unsealing.purpose,
  untilOn: unsealing.untilOn,
  askedAt: unsealing.askedAt,
  approvedAt: unsealing.approvedAt,
  refusedAt: unsealing.refusedAt,
  endedAt: unsealing.endedAt,
  readerId: unsealing.readerId,
  askedById: unsealing.askedById,
  reader: { name: reader.name, nameEn: reader.nameEn, role: reader.role },
  asker: { name: asker.name, nameEn: asker.nameEn, role: asker.role },
};

/** The latest are shown: what is older lies in the trail. */
const SHOWN = 100;

const requests = (tx: Tx) =>
  tx
    .select(columns)
    .from(unsealing)
    .innerJoin(complaint, eq(complaint.id, unsealing.complaintId))
    .innerJoin(reader, eq(reader.id, unsealing.readerId))
    .innerJoin(asker, eq(asker.id, unsealing.askedById))
    .orderBy(desc(unsealing.askedAt), desc(unsealing.id))
    .limit(SHOWN);

/** All requests with what custodians decided, the latest first, for a custodian. */
export async function listRequests(tx: Tx) {
  const rows = await requests(tx);
  const { unsealingId, custodianId, approved, reason } = unsealingVote;
  const votes = await tx
    .select({ unsealingId, custodianId, approved, reason, name: person.name, nameEn: person.nameEn })
    .from(unsealingVote)
    .innerJoin(person, eq(person.id, custodianId))
    .orderBy(asc(unsealingVote.at));
  return rows.map((row) => ({ ...row, votes: votes.filter((vote) => vote.unsealingId === row.id) }));
}

/** How many requests wait for this custodian. */
export function countWaiting(tx: Tx, { personId }: PersonActor, today: Day): Promise<number> {
  const isDecided = sql`exists (select from ${unsealingVote}
    where ${unsealingVote.unsealingId} = ${unsealing.id} and ${unsealingVote.custodianId} = ${personId})`;
  const { approvedAt, refusedAt, endedAt, untilOn } = unsealing;
  const waits = sql`coalesce(${approvedAt}, ${refusedAt}, ${endedAt}) is null and ${untilOn} >= ${today}::date`;
  return tx.$count(unsealing, sql`${waits} and not ${isDecided}`);
}

/** A sealed complaint and the requests to know who reported it, for a team that may see it; null where there is none. */
export async function sealedMatter(tx: Tx, number: string, role: Role) {
  const { id, title, status, disclosure } = complaint;
  const [found] = await tx
    .select({ id, number: complaint.number, title, status, disclosure })
    .from(complaint)
    .where(and(eq(complaint.number, number), eq(disclosure, "sealed"), seenBy(role)));
  if (!found) return null;
  const recused = await tx.select().from(recusal).where(eq(recusal.complaintId, found.id));
  const asked = await tx
    .select(columns)
    .from(unsealing)
    .innerJoin(complaint, eq(complaint.id, unsealing.complaintId))
    .innerJoin(reader, eq(reader.id, unsealing.readerId))
    .innerJoin(asker, eq(asker.id, unsealing.askedById))
    .where(eq(unsealing.complaintId, found.id))
    .orderBy(desc(unsealing.askedAt));
  return { ...found, recusal: recused, requests: asked };
}

/** The names behind what the broker opened, in the reader's own name. */
export async function namesOf(
  tx: Tx,
  { liaisonPointId, personId }: { liaisonPointId: string; personId: string },
) {
  const { name, code } = liaisonPoint;
  const [point] = await tx
    .select({ name, code })
    .from(liaisonPoint)
    .where(eq(liaisonPoint.id, liaisonPointId));
  const [contact] = await tx
    .select({ name: person.name, nameEn: person.nameEn })
    .from(person)
    .where(eq(person.id, personId));
  return { point: point ?? null, contact: contact ?? null };
}

/** Who asked to know who reported, for its own enterprise; instants come as text from a function. */
export async function whoAsked(tx: Tx, complaintId: string) {
  const { rows } = await tx.execute<{
    id: string;
    purpose: string;
    untilOn: Day;
    askedAt: Date;
    approvedAt: Date | null;
    refusedAt: Date | null;
    endedAt: Date | null;
    askedBy: string;
    askedByEn: string | null;
    askedByRole: Role;
    reader: string;
    readerEn: string | null;
    readerRole: Role;
    openedAt: Date[];
  }>(sql`select id, purpose, until_on as "untilOn", asked_at as "askedAt", approved_at as "approvedAt",
      refused_at as "refusedAt", ended_at as "endedAt", asked_by as "askedBy", asked_by_en as "askedByEn",
      asked_by_role as "askedByRole", reader, reader_en as "readerEn", reader_role as "readerRole",
      to_json(opened_at) as "openedAt"
    from who_asked(${complaintId})`);
  const at = (instant: Date | null) => instant && new Date(instant);
  return rows.map((row) => ({
    ...row,
    askedAt: new Date(row.askedAt),
    approvedAt: at(row.approvedAt),
    refusedAt: at(row.refusedAt),
    endedAt: at(row.endedAt),
    openedAt: row.openedAt.map((instant) => new Date(instant)),
  }));
}
export type Asked = Awaited<ReturnType<typeof whoAsked>>[number];
