import { and, count, desc, eq, ilike, inArray, lt, or, type SQL } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { MAIL_STATUSES, type MailStatus } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { repeatsOf } from "./repeat-mail.server.ts";

const { mail, mailLedger, oneTimeLink, person } = schema;
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
  const people = (condition: SQL | undefined) =>
    // By their ids, so that the ledger is read by its own index of persons.
    inArray(mailLedger.personId, tx.select({ id: person.id }).from(person).where(condition));
  if (/^(HY|JB)/i.test(q)) return ilike(mailLedger.number, `${text}%`);
  const found = or(
    ilike(person.name, `%${text}%`),
    ilike(person.nameEn, `%${text}%`),
    ilike(person.email, `%${text}%`),
  );
  return people(found);
}

const lines = {
  id: mailLedger.id,
  kind: mailLedger.kind,
  isContact: mailLedger.isContact,
  number: mailLedger.number,
  status: mailLedger.status,
  attempts: mailLedger.attempts,
  lastError: mailLedger.lastError,
  createdAt: mailLedger.createdAt,
  repeats: mailLedger.repeats,
  hasLink: mailLedger.hasLink,
  isLinkUnused: mailLedger.isLinkUnused,
  linkExpiresAt: mailLedger.linkExpiresAt,
  name: person.name,
  nameEn: person.nameEn,
  email: person.email,
};

/** What has left and has not come back: of so many mails nobody asks for the number, and it is not counted. */
const GONE = ["sent", "delivered"] as const satisfies readonly MailStatus[];
const WAITING = MAIL_STATUSES.filter((one) => GONE.every((gone) => gone !== one));

/** How many mails of a search wait or came to nothing, by status; one without any is left out. */
export async function mailCounts(tx: Tx, q: string | null): Promise<Partial<Record<MailStatus, number>>> {
  const rows = await tx
    .select({ status: mailLedger.status, count: count() })
    .from(mailLedger)
    .where(and(inArray(mailLedger.status, WAITING), matching(tx, q)))
    .groupBy(mailLedger.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

/** One page of the mail ledger, the latest first. Mails to contacts of liaison points are without their number. */
export async function mailsOf(tx: Tx, { after, status, q }: MailQuery, at: Date) {
  const { createdAt, id } = mailLedger;
  const isLater = after
    ? or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id)))
    : undefined;
  const found = await tx
    .select(lines)
    .from(mailLedger)
    .innerJoin(person, eq(person.id, mailLedger.personId))
    .where(and(isLater, status ? eq(mailLedger.status, status) : undefined, matching(tx, q)))
    .orderBy(desc(createdAt), desc(id))
    .limit(PAGE + 1);
  const { statusOf, repeatable } = await repeatsOf(tx, found, at);
  const rows = found.slice(0, PAGE).map(({ repeats, isLinkUnused: _, linkExpiresAt: __, ...row }) => ({
    ...row,
    isRepeat: repeats !== null,
    repeatedAs: statusOf.get(row.id) ?? null,
    isRepeatable: repeatable.has(row.id),
  }));
  return { rows, hasMore: found.length > PAGE };
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
