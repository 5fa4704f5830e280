import { and, count, desc, eq, lt, max, or } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";

const { mail, person } = schema;
const PAGE = 30;

/** One page of what was sent to one address, or to all, the latest first. */
export async function mailboxOf(tx: Tx, email: string | null, after: { createdAt: Date; id: string } | null) {
  const { id, kind, number, dueOn, journey, locale, createdAt, items } = mail;
  const rows = await tx
    .select({
      id,
      kind,
      number,
      dueOn,
      journey,
      locale,
      createdAt,
      items,
      name: person.name,
      email: person.email,
    })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .where(
      and(
        email ? eq(person.email, email) : undefined,
        after
          ? or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** Everybody who was ever sent a mail; whoever was sent the last one comes first. */
export function mailPeople(tx: Tx) {
  return tx
    .select({ name: person.name, email: person.email, count: count() })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .groupBy(person.name, person.email)
    .orderBy(desc(max(mail.createdAt)), person.email)
    .limit(100);
}
