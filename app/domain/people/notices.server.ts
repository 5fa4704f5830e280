import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";

const { notice, reporter } = schema;
const PAGE = 30;

/** A person's own, and those of the sealed matters of its enterprise, which name nobody. */
const ownOf = ({ personId, owner }: PersonActor) =>
  or(
    eq(notice.personId, personId),
    owner
      ? sql`${notice.reporterId} in (select ${reporter.id} from ${reporter} where ${eq(reporter.owner, owner)})`
      : undefined,
  );

const unreadOf = (actor: PersonActor) => and(ownOf(actor), isNull(notice.readAt));

/** How many notices a person hasn't read. */
export const unreadCount = (tx: Tx, actor: PersonActor): Promise<number> =>
  tx.$count(notice, unreadOf(actor));

export interface NoticeMark {
  createdAt: Date;
  id: string;
}

/** One page of a person's notices, the latest first, after a mark. */
export async function noticesOf(tx: Tx, actor: PersonActor, after: NoticeMark | null) {
  const { id, kind, number, dueOn, path, createdAt, readAt } = notice;
  const isLater = after
    ? or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id)))
    : undefined;
  const rows = await tx
    .select({ id, kind, number, dueOn, path, createdAt, readAt })
    .from(notice)
    .where(and(ownOf(actor), isLater))
    .orderBy(desc(createdAt), desc(id))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** Marks one notice of this person as read and answers where it leads; without an id, all of them. */
export function markRead(actor: PersonActor, id: string | null, at: Date): Promise<string | null> {
  return withActor(actor, "write", async (tx) => {
    const mine = id === null ? unreadOf(actor) : and(unreadOf(actor), eq(notice.id, id));
    await tx.update(notice).set({ readAt: at }).where(mine);
    if (id === null) return null;
    const [row] = await tx
      .select({ path: notice.path })
      .from(notice)
      .where(and(ownOf(actor), eq(notice.id, id)));
    return row?.path ?? null;
  });
}
