import { and, eq, gt, inArray } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { NoticeKind } from "../../../db/vocabulary.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { enqueueMails } from "./enqueue.server.ts";

const { mail } = schema;
/** Mails that are written where no queue is reached: by the broker, and at the door. */
const WRITTEN_APART: NoticeKind[] = ["sealedNews", "passwordChanged", "factorChanged", "newDevice"];
const RECENT_MS = 2 * 24 * 60 * 60 * 1000;

/** Queues what the broker has written to contacts of sealed matters, and the door to its people: they reach no queue themselves. Answers how many wait. */
export function queueSealedNews(at: Date): Promise<number> {
  return withActor(worker, "act", async (tx) => {
    const since = new Date(at.getTime() - RECENT_MS);
    const waiting = await tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(inArray(mail.kind, WRITTEN_APART), eq(mail.status, "queued"), gt(mail.createdAt, since)));
    // A job has its mail's own id, so that one that is queued already isn't queued again.
    await enqueueMails(
      tx,
      waiting.map(({ id }) => id),
    );
    return waiting.length;
  });
}
