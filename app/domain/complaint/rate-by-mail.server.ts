import { and, eq, isNull } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { guest, type PersonActor } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { linkIdIn } from "../notice/link-secret.ts";
import type { CommandOf } from "./commands.ts";
import { lifecycle } from "./lifecycle.ts";
import { perform } from "./perform.server.ts";

const { complaint, oneTimeLink, person } = schema;

export interface RatingGiven {
  applicationSecret: string;
  token: string;
}

/** A link out of an answer's mail: open, or why it isn't. */
export type RatingLink =
  | { state: "open"; linkId: string; actor: PersonActor; number: string; dueOn: Day | null }
  | { state: "used" | "over" | "unknown" };

/** What a link opens now: one complaint's rating, for the person to whom it was mailed and nobody else. */
export async function ratingLinkOf(given: RatingGiven, at: Date): Promise<RatingLink> {
  const linkId = linkIdIn(given.applicationSecret, given.token);
  const found = linkId === null ? undefined : await findLink(linkId);
  if (!found) return { state: "unknown" };
  const { link, who } = found;
  if (link.usedAt) return { state: "used" };
  const actor = actorOf(who);
  if (link.voided || link.expiresAt < at || !actor) return { state: "over" };
  const rated = await withActor(actor, "read", (tx) =>
    tx
      .select({ number: complaint.number, status: complaint.status, dueOn: complaint.dueOn })
      .from(complaint)
      .where(
        and(
          eq(complaint.id, link.complaintId ?? ""),
          eq(complaint.liaisonPointId, actor.liaisonPointId ?? ""),
        ),
      ),
  );
  const [row] = rated;
  if (!row || !lifecycle.evaluate.from.includes(row.status)) return { state: "over" };
  return { state: "open", linkId: link.id, actor, number: row.number, dueOn: row.dueOn };
}

async function findLink(linkId: string) {
  const [row] = await withActor(guest, "read", (tx) =>
    tx
      .select({ link: oneTimeLink, who: person })
      .from(oneTimeLink)
      .innerJoin(person, eq(person.id, oneTimeLink.personId))
      .where(and(eq(oneTimeLink.id, linkId), eq(oneTimeLink.purpose, "evaluation"))),
  );
  return row;
}

function actorOf(who: typeof person.$inferSelect): PersonActor | null {
  const { id, name, nameEn, role, locale, status, liaisonPointId } = who;
  if (status !== "active" || role !== "liaison") return null;
  const nowhere = { post: null, departmentId: null, sessionId: "" };
  return { kind: role, personId: id, name, nameEn, locale, liaisonPointId, ...nowhere };
}

/** Rates by a link and uses it up; false where it no longer opens anything. */
export async function rateByMail(
  given: RatingGiven,
  command: CommandOf<"evaluate">,
  at: Date,
): Promise<boolean> {
  const link = await ratingLinkOf(given, at);
  if (link.state !== "open") return false;
  const { actor, number, linkId } = link;
  // The link names the act: pressed twice, or broken off before it is marked as used, it still rates once.
  const done = await perform(actor, { on: { number }, command, commandId: linkId }, at);
  if (!done.ok) return false;
  await withActor(guest, "write", (tx) =>
    tx
      .update(oneTimeLink)
      .set({ usedAt: at })
      .where(and(eq(oneTimeLink.id, linkId), isNull(oneTimeLink.usedAt))),
  );
  return true;
}
