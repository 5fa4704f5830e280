import { and, eq, inArray, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { type ActingActor, must, type PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { type Case, type Reporter, sealedReporter } from "../complaint/complaint.ts";
import { sealOwn } from "./broker.server.ts";

const { attachment, draft, mail, notice, oneTimeLink, person, reporter } = schema;

/**
 * Writes a reporter that says nothing, with the acting contact in the envelope; answers its id. Each sealed matter has
 * one of its own, so that none leads to another. Throws `BrokerUnreachable`, and nothing is written.
 */
export async function sealReporter(tx: Tx, actor: PersonActor, id: string): Promise<string> {
  await tx.insert(reporter).values({ id, ...(await sealOwn(actor, id)) });
  return id;
}

/** Removes a draft that was handed in as a sealed matter, and what leads to it. The complaint keeps its id for a second click. */
export async function forgetDraft(tx: Tx, draftId: string): Promise<void> {
  await tx.update(attachment).set({ draftId: null }).where(eq(attachment.draftId, draftId));
  await tx.delete(draft).where(eq(draft.id, draftId));
}

interface Raised {
  id: string;
  draftId: string | null;
  reporterId: string;
  /** The contact who reported, and the point whose others were told in their place. */
  personId: string;
  liaisonPointId: string;
}

/**
 * Takes back what still says who reported a complaint that becomes sealed: its notices go over to the sealed reporter,
 * its mails keep no number, no event and no hour, its links to rate and its draft are removed.
 */
async function forgetReporter(
  tx: Tx,
  { id, draftId, reporterId, personId, liaisonPointId }: Raised,
): Promise<void> {
  const contacts = tx
    .select({ id: person.id })
    .from(person)
    .where(or(eq(person.id, personId), eq(person.liaisonPointId, liaisonPointId)));
  const isTheirs = and(eq(notice.complaintId, id), inArray(notice.personId, contacts));
  const unmailed = { digestId: null, mailing: "single" as const };
  await tx
    .update(notice)
    .set({ personId: null, reporterId, ...unmailed })
    .where(isTheirs);
  const links = tx.select({ id: oneTimeLink.id }).from(oneTimeLink).where(eq(oneTimeLink.complaintId, id));
  const nothing = {
    number: null,
    dueOn: null,
    journey: null,
    linkId: null,
    complaintId: null,
    eventId: null,
  };
  await tx
    .update(mail)
    .set({
      ...nothing,
      kind: "sealedNews",
      path: "/notices",
      createdAt: sql`date_trunc('day', ${mail.createdAt})`,
    })
    .where(and(inArray(mail.personId, contacts), or(eq(mail.complaintId, id), inArray(mail.linkId, links))));
  await tx.delete(oneTimeLink).where(eq(oneTimeLink.complaintId, id));
  if (draftId) await forgetDraft(tx, draftId);
}

/** Who is told of an act: where the complaint goes over to a sealed reporter with it, that one, which is sealed here. */
export async function reporterAfter(
  tx: Tx,
  actor: ActingActor,
  { complaint, reporter }: Case,
  after: Case,
): Promise<Reporter> {
  const { reporterId } = after.complaint;
  if (reporterId === complaint.reporterId) return reporter;
  await sealReporter(tx, must("personId" in actor ? actor : null, "a contact who raises"), reporterId);
  const { id, draftId } = complaint;
  if (reporter.personId) await forgetReporter(tx, { id, draftId, reporterId, ...reporter });
  return sealedReporter;
}
