import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";

/** Notes that the enterprise of a sealed matter has something to read: the broker alone knows whom to tell so. */
export async function noteSealedNews(tx: Tx, reporterId: string, since: Date): Promise<void> {
  await tx.insert(schema.sealedNews).values({ reporterId, since }).onConflictDoNothing();
}
