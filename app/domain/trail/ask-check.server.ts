import type { PersonActor } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { enqueueTrailCheck } from "../notice/enqueue.server.ts";

/** Leaves a check of the whole trail to the worker. */
export const askCheck = (actor: PersonActor): Promise<void> => withActor(actor, "act", enqueueTrailCheck);
