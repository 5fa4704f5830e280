import { and, eq, inArray, lt } from "drizzle-orm";
import { schema } from "../../db/client.server.ts";
import type { Broker } from "../domain/access/actor.ts";
import { type Tx, withActor } from "../domain/access/with-actor.server.ts";
import { loadCalendar } from "../domain/clock/calendar.server.ts";
import { type Day, officeHours } from "../domain/clock/day.ts";
import { digestDay } from "../domain/notice/digest.ts";
import { newId } from "../domain/people/new-id.ts";
import { unseal } from "./envelope.ts";
import type { Keys } from "./keys.ts";

const { mail, person, reporter, sealedNews } = schema;

const nobody: Broker = { kind: "broker", key: "" };

/**
 * Writes each contact with something new in sealed matters one mail that says no more than that: from nine on
 * working days, at most one a morning. The worker sends it. Answers how many.
 */
export function tellSealedNews(keys: Keys, at: Date): Promise<number> {
  return withActor(nobody, "write", async (tx) => {
    const today = digestDay(await loadCalendar(tx), at);
    if (!today) return 0;
    // What came since is the next morning's: a mail at its own hour would tell which matter it is about.
    const opened = new Date(`${today}T${officeHours.opens}:00+08:00`);
    const news = await tx
      .select({ reporterId: reporter.id, sealed: reporter.sealed })
      .from(sealedNews)
      .innerJoin(reporter, eq(reporter.id, sealedNews.reporterId))
      .where(lt(sealedNews.since, opened))
      .for("update", { of: sealedNews });
    if (news.length === 0) return 0;
    const contacts = news.flatMap(({ reporterId, sealed }) => contactIn(keys, sealed, reporterId));
    const readers = await readersOf(tx, [
      ...new Set(contacts.map(({ personId }) => personId).filter((id) => id !== "")),
    ]);
    const written = await writeMails(tx, readers, today, opened);
    // Whoever had their mail this morning already is told on the next one.
    const told = contacts.filter(({ personId }) => written.has(personId) || !readers.has(personId));
    if (told.length > 0)
      await tx.delete(sealedNews).where(
        inArray(
          sealedNews.reporterId,
          told.map(({ reporterId }) => reporterId),
        ),
      );
    return written.size;
  });
}

/** Whom an envelope names: nobody where it was erased. One that doesn't open is left out, and keeps no other from its mail. */
function contactIn(keys: Keys, sealed: Buffer | null, reporterId: string) {
  if (!sealed?.length) return [{ reporterId, personId: "" }];
  try {
    return [{ reporterId, personId: unseal(keys, sealed, reporterId).personId }];
  } catch {
    return [];
  }
}

async function readersOf(tx: Tx, ids: string[]) {
  const found = await tx
    .select({ id: person.id, locale: person.locale })
    .from(person)
    .where(and(inArray(person.id, ids), eq(person.status, "active")));
  return new Map(found.map(({ id, locale }) => [id, locale]));
}

async function writeMails(
  tx: Tx,
  readers: Awaited<ReturnType<typeof readersOf>>,
  digestOn: Day,
  createdAt: Date,
): Promise<Set<string>> {
  if (readers.size === 0) return new Set();
  const rows = await tx
    .insert(mail)
    .values(
      [...readers].map(([personId, locale]) => ({
        id: newId(),
        personId,
        locale,
        kind: "sealedNews" as const,
        path: "/notices",
        createdAt,
        digestOn,
      })),
    )
    .onConflictDoNothing()
    .returning({ personId: mail.personId });
  return new Set(rows.map(({ personId }) => personId));
}
