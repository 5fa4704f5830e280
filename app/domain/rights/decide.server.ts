import { eq, inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { RightsVerdict } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { mailLink } from "../people/account-mail.server.ts";
import { clearFactors } from "../people/factor.server.ts";
import type { RightsFault } from "./rights.ts";
import { tellAdministrators } from "./tell-administrators.server.ts";

const { person, rightsRequest } = schema;

export type Decided = { ok: true } | { ok: false; fault: RightsFault };

/** Undoes the whole transaction: what was asked together is decided together. */
class NotDecided extends Error {
  readonly fault: RightsFault;
  constructor(fault: RightsFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Decides requests in the acting administrator's name, all or none: the database brings the rights into force, ends
 * what their holder had open, and refuses whoever asked for them or is meant by them. Mails follow the decision.
 */
export async function decideRights(
  actor: PersonActor,
  requestIds: readonly string[],
  verdict: RightsVerdict,
  reason: string,
  at: Date,
): Promise<Decided> {
  try {
    await withActor(actor, "act", (tx) => decideIn(tx, requestIds, verdict, reason, at));
    return { ok: true };
  } catch (error) {
    if (error instanceof NotDecided) return { ok: false, fault: error.fault };
    throw error;
  }
}

async function decideIn(
  tx: Tx,
  ids: readonly string[],
  verdict: RightsVerdict,
  reason: string,
  at: Date,
): Promise<void> {
  const asked = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ came: RightsFault | "done" }>(
    sql`select decide_rights(id, ${verdict}, ${reason}, ${at.toISOString()}) as came from unnest(array[${asked}]) id`,
  );
  for (const { came } of rows) if (came !== "done") throw new NotDecided(came);
  const requests = await tx
    .select()
    .from(rightsRequest)
    .where(inArray(rightsRequest.id, [...ids]));
  if (verdict === "withdrawn") return;
  if (verdict === "approved") for (const request of requests) await follow(tx, request, at);
  const askers = [...new Set(requests.flatMap(({ askedById }) => askedById ?? []))];
  const number = requests.length === 1 ? `${requests[0]?.nth}` : "";
  await tellAdministrators(tx, askers, { kind: "rightsDecided", number, at });
}

type Request = typeof rightsRequest.$inferSelect;

/** What its holder needs to come in by: an invitation, or a link to set everything up anew. */
async function follow(tx: Tx, { kind, subjectId }: Request, at: Date): Promise<void> {
  const [found] = await tx
    .select({ id: person.id, locale: person.locale, status: person.status })
    .from(person)
    .where(eq(person.id, subjectId));
  if (!found) return;
  if (kind === "replaceFactor") {
    await clearFactors(tx, subjectId);
    await mailLink(tx, found, "passwordReset", at);
  } else if (found.status === "invited") {
    await mailLink(tx, found, "invitation", at);
  }
}
