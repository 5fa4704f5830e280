import { and, desc, eq, ilike, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
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
      ? sql`${notice.reporterId} in (select ${reporter.id} from ${reporter} where ${inArray(reporter.owner, owner.split(" "))})`
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

export interface NoticeQuery {
  /** The last row of the page before. */
  after?: NoticeMark | null;
  isUnread?: boolean;
  /** Part of a number. */
  number?: string;
}

/** One page of a person's notices, the latest first. */
export async function noticesOf(
  tx: Tx,
  actor: PersonActor,
  { after, isUnread = false, number: asked = "" }: NoticeQuery = {},
) {
  const { id, kind, number, dueOn, path, eventId, createdAt, readAt } = notice;
  const isLater = after
    ? or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id)))
    : undefined;
  const rows = await tx
    .select({ id, kind, number, dueOn, path, eventId, createdAt, readAt })
    .from(notice)
    .where(
      and(
        isUnread ? unreadOf(actor) : ownOf(actor),
        asked ? ilike(number, `%${asked.replaceAll(/[\\%_]/g, "\\$&")}%`) : undefined,
        isLater,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/**
 * Marks one notice of this person as read and answers where it leads, or null; without an id, all that have come. With
 * one go the earlier ones that lead to the same page, where all that they tell is read.
 */
export function markRead(actor: PersonActor, id: string | null, at: Date): Promise<string | null> {
  return withActor(actor, "write", async (tx) => {
    if (id === null) {
      await tx
        .update(notice)
        .set({ readAt: at })
        .where(and(unreadOf(actor), lte(notice.createdAt, at)));
      return null;
    }
    const { path, createdAt } = notice;
    const [row] = await tx
      .select({ path, createdAt })
      .from(notice)
      .where(and(ownOf(actor), eq(notice.id, id)));
    if (!row) return null;
    const earlier = and(eq(path, row.path), lte(createdAt, row.createdAt));
    await tx
      .update(notice)
      .set({ readAt: at })
      .where(and(unreadOf(actor), earlier));
    return row.path;
  });
}
