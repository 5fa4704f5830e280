import { and, eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { type Conduct, CREATION, type Disclosure, type Field, type Kind } from "../../../db/vocabulary.ts";
import { must, type PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { loadCalendar } from "../clock/calendar.server.ts";
import { type Day, dayOf, yearOf } from "../clock/day.ts";
import { reckon } from "../clock/reckon.ts";
import { loadSpans } from "../clock/spans.server.ts";
import { tell } from "../notice/tell.server.ts";
import { newId } from "../people/new-id.ts";
import { add } from "./change.ts";
import { type Complaint, formatNumber } from "./complaint.ts";
import { type Outcome, statuses } from "./lifecycle.ts";
import { writeChanges, writeEvent } from "./write.server.ts";

/** A complaint as an enterprise hands it in. */
export interface Submission {
  draftId: string | null;
  kind: Kind;
  field: Field;
  conduct: Conduct;
  title: string;
  description: string;
  about: string;
  place: string;
  sinceOn: Day | null;
  disclosure: Extract<Disclosure, "named" | "confidential">;
}

export interface Submitted {
  number: string;
  dueOn: Day;
}

/**
 * Takes in a complaint of the actor's own liaison point: number, row, event, notices and mails in one
 * transaction. The same draft sent again answers with the same number.
 */
export function submit(actor: PersonActor, input: Submission, at: Date): Promise<Submitted> {
  return withActor(actor, "act", async (tx) => {
    const earlier = input.draftId ? await submittedBefore(tx, actor, input.draftId, at) : null;
    return earlier ?? createIn(tx, actor, input, at);
  });
}

/** Marks the draft as handed in; when it was so before, what became of it. The row's lock makes two clicks one. */
async function submittedBefore(
  tx: Tx,
  actor: PersonActor,
  draftId: string,
  at: Date,
): Promise<Submitted | null> {
  const { draft, complaint } = schema;
  const mine = and(eq(draft.id, draftId), eq(draft.personId, actor.personId));
  const [row] = await tx.select().from(draft).where(mine).for("update");
  must(row, "a draft of this person");
  const [known] = await tx.select().from(complaint).where(eq(complaint.draftId, draftId));
  if (known) return { number: known.number, dueOn: known.dueOn ?? dayOf(known.submittedAt) };
  await tx.update(draft).set({ submittedAt: at }).where(mine);
  return null;
}

/** What sets a new complaint apart from one that is submitted. */
interface Apart extends Pick<Complaint, "urgent" | "linkedId"> {
  tells: Outcome["tells"];
}

const ordinary: Apart = {
  urgent: false,
  linkedId: null,
  tells: [
    ["enterprise", "received"],
    ["intake", "submitted"],
  ],
};

/** Creates a complaint in the transaction of an act, as the registrar. */
export async function createIn(
  tx: Tx,
  actor: PersonActor,
  input: Submission,
  at: Date,
  { tells, ...apart }: Apart = ordinary,
): Promise<Submitted & { id: string }> {
  const calendar = await loadCalendar(tx);
  const rule = input.field === "arrears" ? "arrearsAssign" : "triage";
  const span = (await loadSpans(tx, at))[rule];
  const due = reckon(calendar, { from: at, span, cap: null, moves: [] }).on;
  const year = yearOf(dayOf(at));
  const serial = await nextSerial(tx, year);
  const complaint: Complaint = {
    ...untouched,
    ...apart,
    ...input,
    id: newId(),
    number: formatNumber(year, serial),
    year,
    serial,
    liaisonPointId: must(actor.liaisonPointId, "a liaison point"),
    submittedById: actor.personId,
    submittedAt: at,
    triageFrom: at,
    source: "liaisonPoint",
    dueOn: due,
    dueRule: rule,
    dueFrom: at,
  };
  const changes = [add("complaint", complaint)];
  await writeChanges(tx, changes);
  if (input.draftId) await takeAttachments(tx, input.draftId, complaint.id);
  const facts = { complaint, command: CREATION, actor, assignment: null, at, from: null, said: {}, changes };
  const eventId = await writeEvent(tx, { ...facts, commandId: null });
  await tell(tx, {
    tells,
    complaint,
    touched: [],
    assignment: null,
    step: statuses.submitted.step,
    eventId,
    at,
    // The enterprise is told that its own submission arrived.
    actorId: "",
  });
  return { id: complaint.id, number: complaint.number, dueOn: due };
}

/** The year's next serial. The row stays locked until the end, so that a rollback leaves no gap. */
async function nextSerial(tx: Tx, year: number): Promise<number> {
  const { numberSeries } = schema;
  const [row] = await tx
    .insert(numberSeries)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: numberSeries.year, set: { last: sql`${numberSeries.last} + 1` } })
    .returning();
  return must(row, "a serial").last;
}

async function takeAttachments(tx: Tx, draftId: string, complaintId: string) {
  const { attachment } = schema;
  await tx.update(attachment).set({ complaintId }).where(eq(attachment.draftId, draftId));
}

/** What has not happened yet to a complaint that has just come in. */
const untouched = {
  status: "submitted" as const,
  grade: null,
  acceptedAt: null,
  keyProblem: false,
  leadDepartmentId: null,
  pausedOn: null,
  statusBefore: null,
  primaryId: null,
  declineGround: null,
  declinedAt: null,
  reviewAskedAt: null,
  reviewAnsweredAt: null,
  badRatingPending: false,
  referencedAt: null,
  feedbackAt: null,
  solved: null,
  endedAt: null,
  closedAt: null,
  lookBacks: 0,
  reopenings: 0,
  version: 1,
};
