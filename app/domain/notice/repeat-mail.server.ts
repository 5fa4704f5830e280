import { and, eq, gte, inArray } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { MailStatus } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { enqueueMails } from "./enqueue.server.ts";
import { isRepeatable } from "./mail-course.ts";

const { mail, mailLedger } = schema;

/** A line of the mail ledger, as far as it says whether the mail may go out once more. */
interface Lost {
  id: string;
  createdAt: Date;
  status: MailStatus;
  hasLink: boolean;
  isLinkUnused: boolean;
  linkExpiresAt: Date | null;
}

const { id, createdAt, status, hasLink, isLinkUnused, linkExpiresAt } = mailLedger;
const lineColumns = { id, createdAt, status, hasLink, isLinkUnused, linkExpiresAt };

/** What became of mails that did not arrive: how the mail that repeats one went, and whether one may be repeated now. */
export interface Repeats {
  statusOf: Map<string, MailStatus>;
  repeatable: Set<string>;
}

/** The repeats of some mails. A mail is repeated once, and one that carries a link only while that works. */
export async function repeatsOf(tx: Tx, mails: readonly Lost[], at: Date): Promise<Repeats> {
  const lost = mails.filter(({ status }) => isRepeatable(status));
  if (lost.length === 0) return { statusOf: new Map(), repeatable: new Set() };
  const ids = lost.map(({ id }) => id);
  const since = new Date(Math.min(...lost.map(({ createdAt }) => createdAt.getTime())));
  const repeats = await tx
    .select({ of: mailLedger.repeats, status: mailLedger.status })
    .from(mailLedger)
    // None is older than what it repeats: so said, that the ledger's own index finds them.
    .where(and(gte(mailLedger.createdAt, since), inArray(mailLedger.repeats, ids)));
  const statusOf = new Map(repeats.flatMap(({ of, status }) => (of ? [[of, status] as const] : [])));
  const repeatable = lost.filter((one) => !statusOf.has(one.id) && (!one.hasLink || doesLinkWork(one, at)));
  return { statusOf, repeatable: new Set(repeatable.map(({ id }) => id)) };
}

const doesLinkWork = ({ isLinkUnused, linkExpiresAt }: Lost, at: Date) =>
  isLinkUnused && linkExpiresAt !== null && linkExpiresAt > at;

/**
 * Sends a mail that did not arrive once more, as a new row of the ledger. `commandId` names the form and
 * becomes the row's id, so that a form sent twice sends once; false where there is nothing to repeat.
 */
export function repeatMail(
  actor: PersonActor,
  mailId: string,
  commandId: string,
  at: Date,
): Promise<boolean> {
  return withActor(actor, "write", async (tx) => {
    const [line] = await tx.select(lineColumns).from(mailLedger).where(eq(mailLedger.id, mailId));
    await becomeRegistrar(tx);
    const [lost] = await tx.select().from(mail).where(eq(mail.id, mailId)).for("update");
    const [done] = await tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.id, commandId), eq(mail.repeats, mailId)));
    if (done) return true;
    if (!lost || !line || !(await mayRepeat(tx, { ...line, status: lost.status }, at))) return false;
    const { personId, kind, number, dueOn, journey, path, linkId, complaintId, eventId, locale, items } =
      lost;
    const same = {
      ...{ personId, kind, number, dueOn, journey, path },
      ...{ linkId, complaintId, eventId, locale, items },
    };
    // Without the morning of a digest: that one was the day's, and this is sent by hand.
    const row = { id: commandId, ...same, createdAt: at, repeats: mailId };
    const written = await tx.insert(mail).values(row).onConflictDoNothing().returning({ id: mail.id });
    if (written.length === 0) return false;
    await enqueueMails(tx, [commandId]);
    return true;
  });
}

/** As the registrar, who waits for whoever repeats the same mail, and then sees it. */
async function mayRepeat(tx: Tx, line: Lost, at: Date): Promise<boolean> {
  if (!isRepeatable(line.status) || (line.hasLink && !doesLinkWork(line, at))) return false;
  return (await tx.$count(mail, eq(mail.repeats, line.id))) === 0;
}
