import { inArray } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";

const { attachment, cleanedCopy, evidence, releasedAttachment } = schema;

/** Of these storage keys, those that a row refers to: a file of a draft, of a complaint, or of a department. */
export function keysInUse(keys: readonly string[]): Promise<Set<string>> {
  return withActor(worker, "read", async (tx) => {
    const used = new Set<string>();
    for (const table of [attachment, cleanedCopy, evidence, releasedAttachment]) {
      const rows = await tx
        .select({ key: table.storageKey })
        .from(table)
        .where(inArray(table.storageKey, [...keys]));
      for (const { key } of rows) if (key) used.add(key);
    }
    return used;
  });
}
