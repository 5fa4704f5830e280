import { and, eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { guest, type PersonActor } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { type OpenedLink, openLink } from "../notice/open-link.server.ts";
import type { CommandOf } from "./commands.ts";
import { ownPoint } from "./enterprise-view.server.ts";
import { lifecycle } from "./lifecycle.ts";
import { perform } from "./perform.server.ts";

const { complaint } = schema;

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
  const link = await openLink(given.applicationSecret, given.token);
  if (link?.purpose !== "evaluation") return { state: "unknown" };
  if (link.usedAt) return { state: "used" };
  const actor = actorOf(link);
  if (link.voided || link.expiresAt < at || !actor) return { state: "over" };
  const rated = await withActor(actor, "read", (tx) =>
    tx
      .select({ number: complaint.number, status: complaint.status, dueOn: complaint.dueOn })
      .from(complaint)
      .where(and(eq(complaint.id, link.complaintId ?? ""), ownPoint(actor))),
  );
  const [row] = rated;
  if (!row || !lifecycle.evaluate.from.includes(row.status)) return { state: "over" };
  return { state: "open", linkId: link.id, actor, number: row.number, dueOn: row.dueOn };
}

function actorOf(link: OpenedLink): PersonActor | null {
  const { id, personId, name, nameEn, role, locale, status, liaisonPointId } = link;
  if (status !== "active" || role !== "liaison") return null;
  const nowhere = { post: null, departmentId: null, sessionId: "" };
  return { kind: role, personId, name, nameEn, locale, liaisonPointId, ...nowhere, key: `link:${id}` };
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
    tx.execute(sql`select door_use_link(${linkId}, ${at.toISOString()})`),
  );
  return true;
}
