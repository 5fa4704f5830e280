import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Deciding } from "./decide/deciding.ts";
import type { Tells } from "./lifecycle.ts";
import { retaliationMatter } from "./retaliation.ts";
import { asClue, createIn } from "./submit.server.ts";

const tells: Tells = {
  enterprise: "received",
  intake: "retaliationReported",
  supervisors: "retaliationReported",
};

/**
 * The new matter that a report of retaliation becomes, told to the commission at once; answers its id. After a
 * clue it is one as well: standing alone, it would tell the commission that there is something before it.
 */
export async function createRetaliation(tx: Tx, on: Deciding, words: string | null): Promise<string> {
  const person = must("personId" in on.actor ? on.actor : null, "a person who reports");
  const { complaint: original, recusal: recused } = on.matter;
  const created = await createIn(tx, person, retaliationMatter(original, words ?? ""), on.at, {
    ...(original.status === "clue" ? asClue : { status: "submitted", tells }),
    urgent: true,
    linkedId: original.id,
    recused,
  });
  return created.id;
}
