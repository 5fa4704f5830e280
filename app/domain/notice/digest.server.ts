import { and, eq, isNull, not, notExists, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { loadCalendar } from "../clock/calendar.server.ts";
import type { Day } from "../clock/day.ts";
import { newId } from "../people/new-id.ts";
import { digestDay } from "./digest.ts";
import { enqueueMails } from "./enqueue.server.ts";
import { isWithheld } from "./withheld.server.ts";

const { mail, notice, person } = schema;

// What its reader must not know of any more goes on waiting.
const isKept = sql`exists (select from ${person} where ${person.id} = ${notice.personId}
  and ${isWithheld(notice.complaintId)})`;
const waits = and(eq(notice.mailing, "digest"), isNull(notice.digestId), not(isKept));
const BATCH = 100;

/**
 * Sends everybody one mail with the number of what waits for their morning: from the opening of the office,
 * on working days, at most one a person and day. Answers how many.
 */
export async function sendDigests(at: Date): Promise<number> {
  let [sent, last] = [0, BATCH];
  while (last === BATCH) {
    last = await withActor(worker, "act", async (tx) => {
      const today = digestDay(await loadCalendar(tx), at);
      return today ? sendSome(tx, today, at) : 0;
    });
    sent += last;
  }
  return sent;
}

async function sendSome(tx: Tx, today: Day, at: Date): Promise<number> {
  const readers = await readersOf(tx, today);
  if (readers.length === 0) return 0;
  // The row of the morning is one by its constraint: who comes second writes nothing and takes no notice along.
  const mails = await tx
    .insert(mail)
    .values(
      readers.map(({ id: personId, locale }) => ({
        id: newId(),
        personId,
        locale,
        kind: "digest" as const,
        path: "/notices",
        createdAt: at,
        digestOn: today,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: mail.id, personId: mail.personId });
  for (const { id, personId } of mails) {
    const taken = await tx
      .update(notice)
      .set({ digestId: id })
      .where(and(eq(notice.personId, personId), waits))
      .returning({ id: notice.id });
    await tx.update(mail).set({ items: taken.length }).where(eq(mail.id, id));
  }
  await enqueueMails(
    tx,
    mails.map(({ id }) => id),
  );
  return mails.length;
}

/** For whom something waits, without a digest today. In order of the ids, so that two workers never cross. */
function readersOf(tx: Tx, today: Day) {
  const one = { one: sql`1` };
  const has = tx
    .select(one)
    .from(mail)
    .where(and(eq(mail.personId, person.id), eq(mail.kind, "digest"), eq(mail.digestOn, today)));
  const waiting = tx.selectDistinct({ id: notice.personId }).from(notice).where(waits).as("waiting");
  return tx
    .select({ id: person.id, locale: person.locale })
    .from(person)
    .innerJoin(waiting, eq(waiting.id, person.id))
    .where(and(eq(person.status, "active"), notExists(has)))
    .orderBy(person.id)
    .limit(BATCH);
}
