import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Deciding } from "./decide/deciding.ts";
import { retaliationMatter } from "./retaliation.ts";
import { createIn } from "./submit.server.ts";

/** The new matter that a report of retaliation becomes, told to the commission at once; answers its id. */
export async function createRetaliation(tx: Tx, on: Deciding, words: string | null): Promise<string> {
  const person = must("personId" in on.actor ? on.actor : null, "a person who reports");
  const { complaint: original } = on.matter;
  const created = await createIn(tx, person, retaliationMatter(original, words ?? ""), on.at, {
    urgent: true,
    linkedId: original.id,
    tells: [
      ["enterprise", "received"],
      ["intake", "retaliationReported"],
      ["supervisors", "retaliationReported"],
    ],
  });
  return created.id;
}
