import { createHash } from "node:crypto";
import { readFile, rename, rm } from "node:fs/promises";
import { and, eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { FileType, Withheld } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { loadCase } from "../complaint/case.server.ts";
import { withheldFor } from "../complaint/release.ts";
import { attachmentsOf, reporterOf } from "../complaint/surroundings.server.ts";
import { seen } from "../figure/dictionary.server.ts";
import { newId } from "../people/new-id.ts";
import { cleanApart } from "./clean-apart.server.ts";
import { CLEANER } from "./cleaned.ts";

const { attachment, cleanedCopy, complaint } = schema;

/** Whether an original of a complaint may be released, and as how many bytes; or why not. */
export interface Releasable {
  id: string;
  withheld: Withheld | null;
  bytes: number | null;
}

/**
 * Has a cleaned copy of every file of a complaint, making those that are wanting: before the act that
 * releases them, since it takes time and the act holds a lock. Nothing where the actor sees no such complaint.
 */
export async function prepareRelease(
  actor: PersonActor,
  number: string,
  at: Date,
  pathOf: (storageKey: string) => string,
): Promise<Releasable[]> {
  const isOfComplaint = and(eq(complaint.number, number), seen);
  const [found] = await withActor(actor, "read", (tx) => tx.select().from(complaint).where(isOfComplaint));
  if (!found) return [];
  const files = await withActor(actor, "act", (tx) => attachmentsOf(tx, found.id));
  for (const file of files) if (!file.copy) await makeCopy(actor, file, at, pathOf);
  return withActor(actor, "act", async (tx) => {
    const { original } = await reporterOf(tx, await loadCase(tx, found));
    const copies = await attachmentsOf(tx, found.id);
    return copies.map(({ id, copy }) => ({
      id,
      withheld: copy ? withheldFor(copy, original) : "broken",
      bytes: copy?.bytes ?? null,
    }));
  });
}

async function makeCopy(
  actor: PersonActor,
  file: Pick<typeof attachment.$inferSelect, "id" | "type" | "storageKey">,
  at: Date,
  pathOf: (storageKey: string) => string,
) {
  const cleaned = await cleanFile(file, pathOf);
  // What the disk did says nothing of the file, and is tried again when it is looked at next.
  if (!cleaned) return;
  const copy = { attachmentId: file.id, cleaner: CLEANER, cleanedAt: at, ...cleaned };
  await withActor(actor, "act", (tx) =>
    tx
      .insert(cleanedCopy)
      .values(copy)
      // Made twice at once, the later stands; the bytes of the other are swept away.
      .onConflictDoUpdate({ target: cleanedCopy.attachmentId, set: copy }),
  );
}

const none = { withheld: null, bytes: null, sha256: null, storageKey: null, text: "" };

async function cleanFile(
  file: { type: string; storageKey: string },
  pathOf: (storageKey: string) => string,
): Promise<Omit<typeof cleanedCopy.$inferInsert, "attachmentId" | "cleaner" | "cleanedAt"> | null> {
  const storageKey = newId();
  const part = `${pathOf(storageKey)}.part`;
  const asked = { path: pathOf(file.storageKey), type: file.type as FileType, to: part };
  const answer = await cleanApart(asked);
  if (!answer.ok) {
    await rm(part, { force: true });
    return answer.withheld && { ...none, withheld: answer.withheld };
  }
  const bytes = await readFile(part);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await rename(part, pathOf(storageKey));
  return { ...none, bytes: bytes.length, sha256, storageKey, text: answer.text };
}
