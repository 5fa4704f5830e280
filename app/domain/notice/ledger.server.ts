import { and, desc, eq, ilike, lt, or } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { MailStatus } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";

const { mail, oneTimeLink, person } = schema;
const PAGE = 50;

export interface MailQuery {
  after: { createdAt: Date; id: string } | null;
  status?: MailStatus | null;
  number?: string | null;
}

/** One page of the mail ledger, the latest first. */
export async function mailsOf(tx: Tx, { after, status, number }: MailQuery) {
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
      email: person.email,
    })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .where(
      and(
        isLater,
        status ? eq(mail.status, status) : undefined,
        number ? ilike(mail.number, `${number.replaceAll(/[\\%_]/g, "\\$&")}%`) : undefined,
      ),
    )
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** One mail with all that its words are made of, or undefined. */
export async function mailOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({ mail, email: person.email, expiresAt: oneTimeLink.expiresAt })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .leftJoin(oneTimeLink, eq(oneTimeLink.id, mail.linkId))
    .where(eq(mail.id, id));
  return row;
}
