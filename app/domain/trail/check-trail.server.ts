import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import type { Verdict } from "./breach.ts";
import type { TrailPlace } from "./place.server.ts";
import { verifyTrail } from "./verify-trail.server.ts";

const { trailCheck } = schema;

/** Checks the whole trail and notes what came of it, for the auditor to see. */
export async function checkTrail(place: TrailPlace, at: Date): Promise<Verdict> {
  const verdict = await verifyTrail(place, at);
  const { events, chains, checkpoints, broken } = verdict;
  const row = { id: newId(), at, events, chains, checkpoints, broken: broken.length };
  await withActor(worker, "act", (tx) => tx.insert(trailCheck).values(row));
  return verdict;
}
