import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { type ComplaintStatus, CREATION, type Disclosure, type Kind } from "../../../db/vocabulary.ts";
import { must, type PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import type { CommandType } from "./commands.ts";
import type { Waited } from "./enterprise-wait.ts";
import { lifecycle } from "./lifecycle.ts";
import { withReviewDay } from "./review-day.server.ts";

const {
  answer,
  assignment,
  attachment,
  complaint,
  department,
  draft,
  evaluation,
  event,
  question,
  reporter,
  supplement,
} = schema;

/** One line of an enterprise's list. */
export interface EnterpriseRow extends Waited {
  id: string;
  number: string;
  title: string;
  kind: Kind;
  disclosure: Disclosure;
  dueOn: Day | null;
  submittedAt: Date;
  closedAt: Date | null;
}

export const rowColumns = {
  id: complaint.id,
  number: complaint.number,
  title: complaint.title,
  kind: complaint.kind,
  status: complaint.status,
  disclosure: complaint.disclosure,
  dueOn: complaint.dueOn,
  submittedAt: complaint.submittedAt,
  closedAt: complaint.closedAt,
  badRatingPending: complaint.badRatingPending,
  declinedAt: complaint.declinedAt,
  reviewAskedAt: complaint.reviewAskedAt,
  reviewAnsweredAt: complaint.reviewAnsweredAt,
  endedAt: complaint.endedAt,
};

/** The condition that a complaint is of the reader's own enterprise. */
export const ownPoint = (actor: PersonActor) =>
  sql`${complaint.reporterId} in (select ${reporter.id} from ${reporter} where ${isOwnReporter(actor)})`;

/** Whether a complaint is of the actor's own enterprise. */
export async function isOwnComplaint(tx: Tx, actor: PersonActor, id: string): Promise<boolean> {
  return (await tx.$count(complaint, and(eq(complaint.id, id), ownPoint(actor)))) > 0;
}

/** The condition that a reporter is the reader's own enterprise: known by its point, or sealed and known by its mark. */
const isOwnReporter = ({ liaisonPointId, owner }: PersonActor) =>
  or(
    eq(reporter.liaisonPointId, must(liaisonPointId, "liaison point")),
    owner ? inArray(reporter.owner, owner.split(" ")) : undefined,
  );

/** The titles of the reader's own complaints among these numbers, by number; of one that was erased it is empty. */
export async function titlesOf(tx: Tx, actor: PersonActor, numbers: readonly string[]) {
  const rows = await tx
    .select({ number: complaint.number, title: complaint.title })
    .from(complaint)
    .where(and(ownPoint(actor), inArray(complaint.number, [...numbers])));
  return new Map(rows.map(({ number, title }) => [number, title]));
}

/** One thing that happened, with the words that the enterprise may read. */
export interface EnterpriseStep {
  id: string;
  command: CommandType | typeof CREATION;
  at: Date;
  /** Done by the enterprise itself. */
  isOwn: boolean;
  words: string;
}

/** Whether an enterprise hears of this act when somebody else does it. */
function isToldToEnterprise(command: string): boolean {
  const known = lifecycle[command as CommandType];
  return Object.values(known?.outcomes ?? {}).some((outcome) => "enterprise" in outcome.tells);
}

/** Whether it knows of this act whoever did it: by being told, or as its own, from another window or by a colleague. */
export const isKnownToEnterprise = (command: string): boolean =>
  isToldToEnterprise(command) || Boolean(lifecycle[command as CommandType]?.by.includes("liaison"));

/** What the table lets the enterprise know of an act: what it is told of, and what it did. */
function stepOf(row: {
  id: string;
  command: string;
  actorKind: string;
  at: Date;
  toStatus: ComplaintStatus;
  words: string | null;
}): EnterpriseStep | null {
  const isOwn = row.actorKind === "liaison";
  if (row.command === CREATION) return { id: row.id, command: CREATION, at: row.at, isOwn, words: "" };
  const command = row.command as CommandType;
  const known = lifecycle[command];
  if (!known) return null;
  if (!isOwn && !isToldToEnterprise(command)) return null;
  // The first of two confirmations ends nothing yet, and nobody is told of it.
  if (command === "approveWriteOff" && row.toStatus !== "closed") return null;
  return { id: row.id, command, at: row.at, isOwn, words: row.words ?? "" };
}

/** A complaint as its own enterprise may know it, or null when it is not theirs. */
export async function findEnterpriseComplaint(tx: Tx, actor: PersonActor, number: string) {
  const rows = await tx
    .select({
      ...rowColumns,
      field: complaint.field,
      conduct: complaint.conduct,
      description: complaint.description,
      about: complaint.about,
      place: complaint.place,
      sinceOn: complaint.sinceOn,
      declineGround: complaint.declineGround,
      draftId: complaint.draftId,
      linkedId: complaint.linkedId,
      feedbackAt: complaint.feedbackAt,
      version: complaint.version,
    })
    .from(complaint)
    .where(and(eq(complaint.number, number), ownPoint(actor)));
  const [found] = await withReviewDay(tx, rows);
  if (!found) return null;
  const { linkedId, ...own } = found;
  const erased = await erasedOn(tx, found.id);
  return {
    ...own,
    ...(await around(tx, found.id)),
    isAsked: !erased && (await isAsked(tx, found.id)),
    linked: await linkedTo(tx, actor, { id: found.id, linkedId }),
    erased,
  };
}

export type EnterpriseComplaint = NonNullable<Awaited<ReturnType<typeof findEnterpriseComplaint>>>;

async function around(tx: Tx, id: string) {
  const events = await tx
    .select({
      id: event.id,
      command: event.command,
      actorKind: event.actorKind,
      at: event.at,
      toStatus: event.toStatus,
      words: sql<string | null>`told.words`,
    })
    .from(event)
    // What was said it doesn't read: the database gives it the words that the table names.
    .innerJoin(sql`told_words(${id}) told`, sql`told.id = ${event.id}`)
    .where(eq(event.complaintId, id))
    .orderBy(desc(event.seq));
  const answers = await tx
    .select()
    .from(answer)
    .where(eq(answer.complaintId, id))
    .orderBy(desc(answer.givenAt));
  const supplements = await tx
    .select()
    .from(supplement)
    .where(eq(supplement.complaintId, id))
    .orderBy(desc(supplement.askedAt));
  const evaluations = await tx
    .select()
    .from(evaluation)
    .where(eq(evaluation.complaintId, id))
    .orderBy(desc(evaluation.ratedAt));
  return {
    steps: events.map(stepOf).filter((step) => step !== null),
    answers,
    question: supplements.find((one) => one.answer === null)?.question ?? null,
    evaluations,
    departments: await departmentsOf(tx, id),
    files: await filesOf(tx, id),
  };
}

/** When and on what ground what was said was erased, or null. */
async function erasedOn(tx: Tx, id: string) {
  const { at, ground, complaintId } = schema.erasure;
  const [row] = await tx
    .select({ at, ground })
    .from(schema.erasure)
    .innerJoin(complaint, eq(complaint.id, complaintId))
    .where(and(eq(complaintId, id), isNotNull(complaint.endedAt)));
  return row ?? null;
}

/** Whether the question waits for an answer if it was treated worse since. */
async function isAsked(tx: Tx, id: string): Promise<boolean> {
  return (await tx.$count(question, and(eq(question.complaintId, id), isNull(question.answeredAt)))) > 0;
}

/** The matter after which this one reports retaliation, and those that report it after this one. */
function linkedTo(tx: Tx, actor: PersonActor, { id, linkedId }: { id: string; linkedId: string | null }) {
  const isLinked = or(eq(complaint.linkedId, id), linkedId ? eq(complaint.id, linkedId) : undefined);
  return tx
    .select({ number: complaint.number, title: complaint.title })
    .from(complaint)
    .where(and(ownPoint(actor), isLinked))
    .orderBy(asc(complaint.submittedAt));
}

function departmentsOf(tx: Tx, id: string) {
  return tx
    .select({
      id: assignment.id,
      part: assignment.part,
      name: department.name,
      nameEn: department.nameEn,
      signedAt: assignment.signedAt,
      firstContactAt: assignment.firstContactAt,
      repliedAt: assignment.repliedAt,
    })
    .from(assignment)
    .innerJoin(department, eq(department.id, assignment.departmentId))
    .where(and(eq(assignment.complaintId, id), ne(assignment.status, "recalled")))
    .orderBy(desc(assignment.part), asc(assignment.dispatchedAt));
}

function filesOf(tx: Tx, id: string) {
  return tx
    .select({ id: attachment.id, name: attachment.name, bytes: attachment.bytes })
    .from(attachment)
    .where(eq(attachment.complaintId, id))
    .orderBy(asc(attachment.uploadedAt), asc(attachment.id));
}

/** A file that the reader's own enterprise handed in, or that lies in a draft of the reader's own; else null. */
export async function findEnterpriseFile(tx: Tx, actor: PersonActor, id: string) {
  const isInOwnDraft = and(isNull(attachment.complaintId), eq(draft.personId, actor.personId));
  const [found] = await tx
    .select({ name: attachment.name, type: attachment.type, storageKey: attachment.storageKey })
    .from(attachment)
    .leftJoin(complaint, eq(complaint.id, attachment.complaintId))
    .leftJoin(draft, eq(draft.id, attachment.draftId))
    .where(and(eq(attachment.id, id), or(ownPoint(actor), isInOwnDraft)));
  return found ?? null;
}
