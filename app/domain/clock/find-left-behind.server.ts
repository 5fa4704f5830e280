import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import { UNANSWERED_STATUSES } from "../../../db/vocabulary.ts";
import type { Finder } from "./finder.server.ts";

const { complaint } = schema;
const followed = alias(complaint, "followed");

/** Finds what follows a matter that has ended without an answer, and would wait for one for ever. */
export const findLeftBehind: Finder = async (tx, { limit }) => {
  const rows = await tx
    .select({ number: complaint.number })
    .from(complaint)
    .innerJoin(followed, eq(followed.id, complaint.primaryId))
    .where(and(eq(complaint.status, "merged"), inArray(followed.status, [...UNANSWERED_STATUSES])))
    .orderBy(sql`random()`)
    .limit(limit);
  return rows.map(({ number }) => ({ number, command: { type: "split", reason: "" } }));
};
