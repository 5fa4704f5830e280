import { and, eq, type SQL } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { seenBy } from "../figure/dictionary.server.ts";

const { attachment, assignment, complaint, evidence, releasedAttachment } = schema;

export const FILE_KINDS = ["attachment", "released", "evidence"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** One file of a complaint that a team of the commission may see, or null. */
export async function findFile(tx: Tx, role: Role, kind: FileKind, id: string) {
  const seen = seenBy(role);
  const [found] =
    kind === "attachment" ? await original(tx, id, seen) : await ofAssignment(tx, kind, id, seen);
  return found ?? null;
}

function original(tx: Tx, id: string, seen: SQL) {
  const { name, type, storageKey } = attachment;
  return tx
    .select({ complaintId: complaint.id, name, type, storageKey })
    .from(attachment)
    .innerJoin(complaint, eq(complaint.id, attachment.complaintId))
    .where(and(eq(attachment.id, id), seen));
}

function ofAssignment(tx: Tx, kind: "released" | "evidence", id: string, seen: SQL) {
  const table = kind === "released" ? releasedAttachment : evidence;
  return tx
    .select({ complaintId: complaint.id, name: table.name, type: table.type, storageKey: table.storageKey })
    .from(table)
    .innerJoin(assignment, eq(assignment.id, table.assignmentId))
    .innerJoin(complaint, eq(complaint.id, assignment.complaintId))
    .where(and(eq(table.id, id), seen));
}
