import { and, asc, desc, eq, isNull, lt, not, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { FILE_LIMIT_COUNT } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import type { StoredFile } from "./complaint.ts";
import { isElsewhere, type Seen } from "./draft-steps.ts";
import { ownPoint } from "./enterprise-view.server.ts";

const { attachment, complaint, draft } = schema;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a piece of a URL can be the id of a row; anything else would be an error of the database. */
export const isRowId = (text: string | undefined): text is string => text !== undefined && UUID.test(text);

export interface Draft {
  id: string;
  said: Record<string, string>;
  savedAt: Date;
  submittedAt: Date | null;
}

const columns = { id: draft.id, said: draft.said, savedAt: draft.savedAt, submittedAt: draft.submittedAt };

const DAY_MS = 24 * 60 * 60 * 1000;

/** Nothing has been typed and no file added. */
const isEmpty = sql`(${draft.said} = '{}'::jsonb and not exists (select from ${attachment} where ${attachment.draftId} = ${draft.id}))`;

/** One draft of this person, or null. */
export async function findDraft(tx: Tx, actor: PersonActor, id: string): Promise<Draft | null> {
  const [found] = await tx
    .select(columns)
    .from(draft)
    .where(and(eq(draft.id, id), eq(draft.personId, actor.personId)));
  return found ?? null;
}

/** What this person is still writing, last saved first. */
export function listDrafts(tx: Tx, actor: PersonActor): Promise<Draft[]> {
  return tx
    .select(columns)
    .from(draft)
    .where(and(eq(draft.personId, actor.personId), isNull(draft.submittedAt), not(isEmpty)))
    .orderBy(desc(draft.savedAt))
    .limit(20);
}

/** The number that a draft became, or null while it is one. */
export async function numberOfDraft(tx: Tx, actor: PersonActor, id: string): Promise<string | null> {
  const [found] = await tx
    .select({ number: complaint.number })
    .from(complaint)
    .where(and(eq(complaint.draftId, id), ownPoint(actor)));
  return found?.number ?? null;
}

/**
 * Begins a draft under an id that its form brought along, so that two presses make one draft and two tabs two.
 * What was begun a day ago and stayed empty goes.
 */
export async function startDraft(actor: PersonActor, id: string, at: Date): Promise<string> {
  await withActor(actor, "write", async (tx) => {
    const isStale = lt(draft.savedAt, new Date(at.getTime() - DAY_MS));
    const own = and(eq(draft.personId, actor.personId), isNull(draft.submittedAt));
    await tx.delete(draft).where(and(own, isEmpty, isStale));
    await tx
      .insert(draft)
      .values({ id, personId: actor.personId, said: {}, createdAt: at, savedAt: at })
      .onConflictDoNothing();
  });
  return id;
}

/**
 * Keeps what was typed, right or wrong; fields that are not named stay. A form that hasn't seen what the draft says by
 * now would write over another tab's words: it is told "elsewhere", and nothing is kept.
 */
export function saveDraft(
  actor: PersonActor,
  id: string,
  typed: Record<string, string>,
  at: Date,
  seen?: Seen,
): Promise<"saved" | "elsewhere" | "gone"> {
  return withActor(actor, "write", async (tx) => {
    const [own] = await tx.select({ said: draft.said }).from(draft).where(ownOpen(actor, id)).for("update");
    if (!own) return "gone";
    if (seen && isElsewhere(own.said, typed, seen)) return "elsewhere";
    await tx
      .update(draft)
      .set({ said: sql`${draft.said} || ${JSON.stringify(typed)}::jsonb`, savedAt: at })
      .where(eq(draft.id, id));
    return "saved";
  });
}

/** Throws a draft away with its files; returns the files, whose bytes the caller removes. */
export function dropDraft(actor: PersonActor, id: string): Promise<{ storageKey: string }[]> {
  return withActor(actor, "write", async (tx) => {
    const [own] = await tx.select({ id: draft.id }).from(draft).where(ownOpen(actor, id)).for("update");
    if (!own) return [];
    // The files first: without their draft they would be nobody's.
    const files = await tx
      .delete(attachment)
      .where(and(eq(attachment.draftId, id), isNull(attachment.complaintId)))
      .returning({ storageKey: attachment.storageKey });
    await tx.delete(draft).where(ownOpen(actor, id));
    return files;
  });
}

/** The files of a draft, oldest first. */
export function filesOfDraft(tx: Tx, actor: PersonActor, draftId: string) {
  return tx
    .select({
      id: attachment.id,
      name: attachment.name,
      type: attachment.type,
      bytes: attachment.bytes,
      storageKey: attachment.storageKey,
    })
    .from(attachment)
    .innerJoin(draft, eq(draft.id, attachment.draftId))
    .where(and(eq(attachment.draftId, draftId), eq(draft.personId, actor.personId)))
    .orderBy(asc(attachment.uploadedAt), asc(attachment.id));
}

/** Adds stored files to a draft, and returns those for which there was no room any more. */
export function addFiles(
  actor: PersonActor,
  draftId: string,
  files: StoredFile[],
  at: Date,
): Promise<StoredFile[]> {
  return withActor(actor, "write", async (tx) => {
    // Locked, so that two uploads at once don't both take the last place.
    const [own] = await tx.select({ id: draft.id }).from(draft).where(ownOpen(actor, draftId)).for("update");
    if (!own) return files;
    const room = Math.max(0, FILE_LIMIT_COUNT - (await filesOfDraft(tx, actor, draftId)).length);
    const kept = files.slice(0, room).map((file) => ({
      ...file,
      draftId,
      uploadedAt: at,
    }));
    if (kept.length > 0) await tx.insert(attachment).values(kept);
    return files.slice(room);
  });
}

/** Takes a file back out of a draft; returns it, or null when there is none. */
export function removeFile(actor: PersonActor, draftId: string, fileId: string) {
  return withActor(actor, "write", async (tx) => {
    const [own] = await tx.select({ id: draft.id }).from(draft).where(ownOpen(actor, draftId)).for("update");
    if (!own) return null;
    const [gone] = await tx
      .delete(attachment)
      .where(and(eq(attachment.id, fileId), eq(attachment.draftId, draftId), isNull(attachment.complaintId)))
      .returning({ storageKey: attachment.storageKey });
    return gone ?? null;
  });
}

const ownOpen = (actor: PersonActor, id: string) =>
  and(eq(draft.id, id), eq(draft.personId, actor.personId), isNull(draft.submittedAt));
