import type { PersonActor } from "../domain/access/actor.ts";
import type { Tx } from "../domain/access/with-actor.server.ts";
import { sectionCounts } from "../domain/assignment/list.server.ts";
import { dayOf } from "../domain/clock/day.ts";
import { countClues } from "../domain/clue/clues.server.ts";
import { countWaiting } from "../domain/custody/requests.server.ts";
import { countQueues } from "../domain/ledger/queue.server.ts";
import { QUEUES } from "../domain/ledger/queue.ts";
import { countUnreachable, UNREACHABLE_PATH } from "../domain/notice/unreachable.server.ts";
import { countRequests } from "../domain/rights/requests.server.ts";
import { deciderOf, requestsPath } from "../domain/rights/rights.ts";
import { now } from "./environment.ts";
import { queuePath } from "./navigation.ts";

/** How many matters wait in each place of the navigation, by the place's address. */
export type Counts = Readonly<Record<string, number>>;

/** The counts of a person's own places; none for roles whose places have nothing that waits. */
export async function countsOf(tx: Tx, actor: PersonActor): Promise<Counts> {
  if (actor.kind === "intake" || actor.kind === "supervisor") {
    const counts = await countQueues(tx, dayOf(now()));
    const queues = Object.fromEntries(QUEUES.map((queue) => [queuePath(queue), counts[queue]]));
    if (actor.kind !== "intake") return queues;
    return { ...queues, [UNREACHABLE_PATH]: await countUnreachable(tx) };
  }
  if (actor.kind === "discipline") return { "/clues": await countClues(tx, { state: "open" }) };
  if (actor.kind === "custodian") return { "/custody": await countWaiting(tx, actor, dayOf(now())) };
  if (deciderOf(actor.kind)) return { [requestsPath(actor.kind)]: await countRequests(tx, actor) };
  if (actor.kind !== "department") return {};
  const { open, unsigned, measures } = await sectionCounts(tx, actor);
  return {
    "/department": open,
    "/department/unsigned": unsigned,
    "/department/measures": measures,
  };
}
