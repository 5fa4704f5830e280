import {
  and,
  asc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  notExists,
  notInArray,
  or,
  sql,
} from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { CLEANER } from "../attachment/cleaned.ts";
import { type Day, dayOf } from "../clock/day.ts";
import type { Command, CommandType } from "./commands.ts";
import type { Case, Complaint, Surroundings } from "./complaint.ts";
import { mayIssueLetter } from "./decide/climb.ts";
import { lifecycle } from "./lifecycle.ts";
import { nothingReported, originalOf } from "./marks.ts";
import { TELLING } from "./told.ts";
import { nextUrging } from "./urging-series.server.ts";

const HANDLING = Object.entries(lifecycle)
  .filter(([, row]) => row.handles)
  .map(([type]) => type);

/** The acts that look at more than the case itself; all others are spared the queries. */
const NAMES_DEPARTMENTS: readonly CommandType[] = [
  "assign",
  "addAssisting",
  "returnAssignment",
  "ruleOnReturn",
  "recuse",
];
/** Acts that give a complaint to a department, or to one that has another. */
const ASSIGNS: readonly CommandType[] = ["assign", "addAssisting", "ruleOnReturn", "merge"];
/** Acts that the complaints merged into this one stand in the way of. */
const ASKS_WHAT_MERGED: readonly CommandType[] = ["merge", "moveToClue"];
const ASKS_WHAT_BEFORE: readonly CommandType[] = ["askErasure", "approveErasure"];
const ASKS_WHO_HANDLED: readonly CommandType[] = ["approveWriteOff", "refuseWriteOff", "lookBack"];

/** What the rules must know of the world around one case, for one command. */
export async function loadSurroundings(
  tx: Tx,
  matter: Case,
  command: Command,
  at: Date,
): Promise<Surroundings> {
  const { id } = matter.complaint;
  const { type } = command;
  return {
    handlers: ASKS_WHO_HANDLED.includes(type) ? await handlersOf(tx, id) : [],
    ...(TELLING.includes(type) ? await reporterOf(tx, matter) : { original: nothingReported, pointName: "" }),
    attachments: "release" in command && command.release.length > 0 ? await attachmentsOf(tx, id) : [],
    departmentIds: NAMES_DEPARTMENTS.includes(type) ? await departmentsOn(tx, dayOf(at)) : [],
    complainedOf: ASSIGNS.includes(type) ? await complainedOf(tx, id) : [],
    recusable: type === "recuse" ? (await listRecusable(tx)).map((one) => one.id) : [],
    readers: type === "askUnsealing" ? (await listReaders(tx, matter)).map((one) => one.id) : [],
    before: ASKS_WHAT_BEFORE.includes(type)
      ? await beforeOf(tx, matter)
      : { followed: null, isLinkedWhole: false },
    mergedIds: ASKS_WHAT_MERGED.includes(type) ? await mergedInto(tx, id) : [],
    primary: await primaryOf(tx, matter, command),
    nextUrging: mayIssueLetter(command) ? await nextUrging(tx, at) : null,
  };
}

/** Commission staff who handled a complaint: who did an act that the table says handles it. */
export async function handlersOf(tx: Tx, complaintId: string): Promise<string[]> {
  const { event } = schema;
  const rows = await tx
    .selectDistinct({ id: event.actorId })
    .from(event)
    .where(
      and(
        eq(event.complaintId, complaintId),
        inArray(event.command, HANDLING),
        inArray(event.actorKind, ["intake", "supervisor"]),
      ),
    );
  return rows.flatMap((row) => row.id ?? []);
}

/** What words and files for a department are compared with, and the name that a named matter tells. */
export async function reporterOf(tx: Tx, { complaint, reporter, supplement }: Case) {
  const { person, liaisonPoint } = schema;
  const pointId = reporter.liaisonPointId;
  // Of a sealed matter nobody's name is known here: no liaison point at all may be told of.
  const isIt = pointId ? eq(liaisonPoint.id, pointId) : undefined;
  const isOfIt = pointId ? eq(person.liaisonPointId, pointId) : isNotNull(person.liaisonPointId);
  const points = await tx.select().from(liaisonPoint).where(isIt);
  const people = await tx.select().from(person).where(isOfIt);
  const files = await attachmentsOf(tx, complaint.id);
  const original = originalOf({ points, people, matter: complaint, supplements: supplement, files });
  return { original, pointName: pointId ? (points[0]?.name ?? "") : "" };
}

/** The originals of a complaint, each with its cleaned copy where there is one. */
export function attachmentsOf(tx: Tx, complaintId: string) {
  const { attachment, cleanedCopy } = schema;
  const { id, name, type, bytes, sha256, storageKey } = attachment;
  return tx
    .select({ id, name, type, bytes, sha256, storageKey, copy: cleanedCopy })
    .from(attachment)
    .leftJoin(cleanedCopy, and(eq(cleanedCopy.attachmentId, id), eq(cleanedCopy.cleaner, CLEANER)))
    .where(eq(attachment.complaintId, complaintId));
}

/**
 * Departments that are recused from a matter or from the one in whose course somebody was treated worse, and
 * those in whose hands that one was; and of those before that one.
 */
export async function complainedOf(tx: Tx, complaintId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive original as (
      select linked_id as id from complaint where id = ${complaintId}
      union select c.linked_id from complaint c join original o on c.id = o.id
    ), complained_of as (
      select a.department_id as id from assignment a join original o on o.id = a.complaint_id
      union select r.department_id from recusal r
       where r.complaint_id = ${complaintId} or r.complaint_id in (select id from original)
    ) select id from complained_of where id is not null`);
  return rows.map((row) => row.id);
}

/** The commission's people and the leaders, who may be complained of, by their name. */
export function listRecusable(tx: Tx) {
  const { id, name, nameEn, role } = schema.person;
  return tx
    .select({ id, name, nameEn, role })
    .from(schema.person)
    .where(inArray(role, ["intake", "supervisor", "discipline", "leader"]))
    .orderBy(asc(role), asc(name));
}

/** Of the commission, those who may see a complaint, and so may be let know who reported it. */
export function listReaders(
  tx: Tx,
  { complaint, recusal }: { complaint: Pick<Complaint, "status"> } & Pick<Case, "recusal">,
) {
  const { id, name, nameEn, role, status } = schema.person;
  const recused = recusal.flatMap(({ personId }) => personId ?? []);
  const team: Role[] = complaint.status === "clue" ? ["discipline"] : ["intake", "supervisor"];
  return tx
    .select({ id, name, nameEn, role })
    .from(schema.person)
    .where(and(inArray(role, team), eq(status, "active"), notInArray(id, recused)))
    .orderBy(asc(role), asc(name));
}

/** What a merged matter follows, and what a report of retaliation came of. A clue that nobody here may know of is none. */
async function beforeOf(tx: Tx, { complaint: { primaryId, linkedId, status } }: Case) {
  const { complaint, erasure } = schema;
  const [followed] = primaryId
    ? await tx.select({ endedAt: complaint.endedAt }).from(complaint).where(eq(complaint.id, primaryId))
    : [];
  const isErased = tx.select({ id: erasure.id }).from(erasure).where(eq(erasure.complaintId, complaint.id));
  const isKnown = status === "clue" ? eq(complaint.status, "clue") : ne(complaint.status, "clue");
  const linked = linkedId
    ? await tx.$count(complaint, and(eq(complaint.id, linkedId), isKnown, notExists(isErased)))
    : 0;
  return { followed: followed?.endedAt ?? null, isLinkedWhole: linked > 0 };
}

async function departmentsOn(tx: Tx, today: Day): Promise<string[]> {
  const { department } = schema;
  const rows = await tx
    .select({ id: department.id })
    .from(department)
    .where(
      and(
        lte(department.validFrom, today),
        or(isNull(department.validUntil), gte(department.validUntil, today)),
      ),
    );
  return rows.map((row) => row.id);
}

async function mergedInto(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .select({ id: schema.complaint.id })
    .from(schema.complaint)
    .where(eq(schema.complaint.primaryId, id));
  return rows.map((row) => row.id);
}

/** The complaint that another is to be merged into or follows. What whoever acts must not know of isn't there for them to try. */
async function primaryOf(tx: Tx, { complaint }: Case, command: Command): Promise<Surroundings["primary"]> {
  const { id, number, status, primaryId, leadDepartmentId } = schema.complaint;
  const isIt =
    command.type === "merge"
      ? eq(number, command.primary)
      : command.type === "split" && complaint.primaryId && eq(id, complaint.primaryId);
  if (!isIt) return null;
  const { recusal } = schema;
  const isKept = tx
    .select({ id: recusal.id })
    .from(recusal)
    .where(and(eq(recusal.complaintId, id), sql`${recusal.personId} = (select actor_id())`));
  const [row] = await tx
    .select({ id, number, status, primaryId, leadDepartmentId })
    .from(schema.complaint)
    .where(and(isIt, ne(status, "clue"), notExists(isKept)))
    .for("share");
  return row ?? null;
}
