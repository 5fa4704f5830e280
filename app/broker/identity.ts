import { and, eq, gte, isNull, sql } from "drizzle-orm";
import { schema } from "../../db/client.server.ts";
import type { Role } from "../../db/vocabulary.ts";
import type { Broker } from "../domain/access/actor.ts";
import { type Tx, withActor } from "../domain/access/with-actor.server.ts";
import { dayOf } from "../domain/clock/day.ts";
import { CUSTODIANS_NEEDED } from "../domain/custody/custody.ts";
import { noteSealedNews } from "../domain/custody/news.server.ts";
import { newId } from "../domain/people/new-id.ts";
import { type Identity, seal, unseal } from "./envelope.ts";
import { type Keys, marksOf } from "./keys.ts";

const { complaint, notice, opening, person, recusal, reporter, unsealing, unsealingVote } = schema;

/** Whoever holds a key acts here under the broker's own role, and the database finds out who it is. */
const holderOf = (key: string): Broker => ({ kind: "broker", key });

async function contactOf(key: string): Promise<Identity | null> {
  const { id: personId, liaisonPointId } = person;
  const [found] = await withActor(holderOf(key), "read", (tx) =>
    tx.select({ personId, liaisonPointId }).from(person).where(sql`${personId} = (select actor_id())`),
  );
  // A contact has a point by a rule of the database, and nobody else has one.
  return found?.liaisonPointId ? { personId: found.personId, liaisonPointId: found.liaisonPointId } : null;
}

/** Seals the identity of the contact who holds a key, and nobody else's, for one row; null for anybody else. */
export async function sealFor(keys: Keys, key: string, reporterId: string) {
  const who = await contactOf(key);
  if (!who) return null;
  const sealed = seal(keys, who, reporterId).toString("base64");
  return { sealed, owner: marksOf(keys, who.liaisonPointId)[0] };
}

/** The marks of the sealed matters of the enterprise whose contact holds a key, between spaces; null for anybody else. */
export async function ownerFor(keys: Keys, key: string) {
  const who = await contactOf(key);
  return who && { owner: marksOf(keys, who.liaisonPointId).join(" ") };
}

/**
 * Opens who reported a sealed complaint to the holder of a key: to the very reader of a request that two custodians
 * agreed to and that has not ended. It is written down and told to the enterprise in the same transaction; null where
 * it isn't opened.
 */
export function openFor(keys: Keys, key: string, complaintId: string, at: Date) {
  return withActor(holderOf(key), "write", async (tx) => {
    const grant = await grantOf(tx, complaintId, at);
    if (!grant) return null;
    const { reporterId, sealed, number, unsealingId, readerId, role, untilOn } = grant;
    const who = unseal(keys, sealed, reporterId);
    const id = newId();
    const said = { unsealing: unsealingId };
    const log = { id, complaintId, what: "identity", actorKind: role, actorId: readerId, at, said } as const;
    await tx.insert(opening).values(log);
    const path = `/liaison/complaints/${number}`;
    const told = { id: newId(), reporterId, kind: "identityOpened", number, path, complaintId } as const;
    await tx.insert(notice).values({ ...told, eventId: id, createdAt: at });
    await noteSealedNews(tx, reporterId, at);
    return { ...who, untilOn };
  });
}

/** What allows the holder of the transaction's key to open a complaint now: all of it asked of the rows themselves. */
async function grantOf(tx: Tx, complaintId: string, at: Date) {
  const isCustodian = sql`exists (select from ${person} p where p.id = v.custodian_id and p.role = 'custodian')`;
  const agreed = sql`(select count(distinct v.custodian_id) from ${unsealingVote} v
    where v.unsealing_id = ${unsealing.id} and v.approved and ${isCustodian}
      and v.custodian_id not in (${unsealing.readerId}, ${unsealing.askedById}))`;
  const refused = sql`exists (select from ${unsealingVote} v where v.unsealing_id = ${unsealing.id} and not v.approved)`;
  const isRecused = sql`exists (select from ${recusal} r where r.complaint_id = ${complaint.id} and r.person_id = ${unsealing.readerId})`;
  const [found] = await tx
    .select({
      unsealingId: unsealing.id,
      untilOn: unsealing.untilOn,
      readerId: unsealing.readerId,
      role: sql<Role>`${person.role}`,
      number: complaint.number,
      reporterId: reporter.id,
      sealed: reporter.sealed,
    })
    .from(unsealing)
    .innerJoin(complaint, eq(complaint.id, unsealing.complaintId))
    .innerJoin(reporter, eq(reporter.id, complaint.reporterId))
    .innerJoin(person, and(eq(person.id, unsealing.readerId), eq(person.status, "active")))
    .where(
      and(
        eq(unsealing.complaintId, complaintId),
        sql`${unsealing.readerId} = (select actor_id())`,
        isNull(unsealing.endedAt),
        gte(unsealing.untilOn, dayOf(at)),
        sql`${agreed} >= ${CUSTODIANS_NEEDED}`,
        sql`not ${refused} and not ${isRecused}`,
      ),
    )
    .limit(1);
  return found?.sealed ? { ...found, sealed: found.sealed } : null;
}
