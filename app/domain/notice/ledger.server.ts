import { and, count, desc, eq, ilike, inArray, lt, or, type SQL } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { MailStatus } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";

const { mail, oneTimeLink, person } = schema;
const PAGE = 50;

export interface MailQuery {
  after: { createdAt: Date; id: string } | null;
  status?: MailStatus | null;
  /** The start of a number or a code, or a part of a person's name or address. */
  q?: string | null;
}

/** What a search means: a number is known by its first letters, anything else is somebody. */
function matching(tx: Tx, q: string | null | undefined): SQL | undefined {
  if (!q) return undefined;
  const text = q.replaceAll(/[\\%_]/g, "\\$&");
  if (/^(HY|JB)/i.test(q)) return ilike(mail.number, `${text}%`);
  const found = or(
    ilike(person.name, `%${text}%`),
    ilike(person.nameEn, `%${text}%`),
    ilike(person.email, `%${text}%`),
  );
  // By their ids, so that the ledger is read by its own index of persons.
  return inArray(mail.personId, tx.select({ id: person.id }).from(person).where(found));
}

/** How many mails of a search stand in each status; a status without any is left out. */
export async function mailCounts(tx: Tx, q: string | null): Promise<Partial<Record<MailStatus, number>>> {
  const rows = await tx
    .select({ status: mail.status, count: count() })
    .from(mail)
    .where(matching(tx, q))
    .groupBy(mail.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

/** One page of the mail ledger, the latest first. */
export async function mailsOf(tx: Tx, { after, status, q }: MailQuery) {
  const isLater = after
    ? or(lt(mail.createdAt, after.createdAt), and(eq(mail.createdAt, after.createdAt), lt(mail.id, after.id)))
    : undefined;
  const rows = await tx
    .select({
      id: mail.id,
      kind: mail.kind,
      number: mail.number,
      dueOn: mail.dueOn,
      journey: mail.journey,
      locale: mail.locale,
      status: mail.status,
      attempts: mail.attempts,
      lastError: mail.lastError,
      createdAt: mail.createdAt,
      name: person.name,
      nameEn: person.nameEn,
      email: person.email,
    })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .where(and(isLater, status ? eq(mail.status, status) : undefined, matching(tx, q)))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** One mail with all that its words are made of, or undefined. */
export async function mailOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({ mail, name: person.name, email: person.email, expiresAt: oneTimeLink.expiresAt })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .leftJoin(oneTimeLink, eq(oneTimeLink.id, mail.linkId))
    .where(eq(mail.id, id));
  return row;
}
