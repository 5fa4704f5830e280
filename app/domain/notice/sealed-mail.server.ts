import { and, eq, gt } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { enqueueMails } from "./enqueue.server.ts";

const { mail } = schema;
const RECENT_MS = 2 * 24 * 60 * 60 * 1000;

/** Queues what the broker has written to contacts of sealed matters: it reaches no queue itself. Answers how many wait. */
export function queueSealedNews(at: Date): Promise<number> {
  return withActor(worker, "act", async (tx) => {
    const since = new Date(at.getTime() - RECENT_MS);
    const waiting = await tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.kind, "sealedNews"), eq(mail.status, "queued"), gt(mail.createdAt, since)));
    // A job has its mail's own id, so that one that is queued already isn't queued again.
    await enqueueMails(
      tx,
      waiting.map(({ id }) => id),
    );
    return waiting.length;
  });
}
