import { randomInt, randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { type Conduct, CREATION, type Disclosure, type Field, type Kind } from "../../../db/vocabulary.ts";
import { must, type PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { loadCalendar } from "../clock/calendar.server.ts";
import { type Day, dayOf, yearOf } from "../clock/day.ts";
import { reckon } from "../clock/reckon.ts";
import { loadSpans } from "../clock/spans.server.ts";
import { forgetDraft, sealReporter } from "../custody/seal.server.ts";
import { tell } from "../notice/tell.server.ts";
import { newId } from "../people/new-id.ts";
import { add } from "./change.ts";
import { type Complaint, formatNumber, type Recusal, sealedReporter } from "./complaint.ts";
import { arrival } from "./decide/clue.ts";
import { ownPoint } from "./enterprise-view.server.ts";
import { statuses, type Tells } from "./lifecycle.ts";
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
  disclosure: Disclosure;
}

export interface Submitted {
  number: string;
  dueOn: Day;
}

/**
 * Takes in a complaint of the actor's own liaison point: number, row, event, notices and mails in one
 * transaction. The same draft sent again answers with the same number. One that is about somebody of the
 * commission is a clue from the beginning: the commission's other teams never hear of it.
 */
export function submit(
  actor: PersonActor,
  input: Submission,
  at: Date,
  isAboutCommission = false,
): Promise<Submitted> {
  return withActor(actor, "act", async (tx) => {
    const earlier = input.draftId ? await submittedBefore(tx, actor, input.draftId, at) : null;
    return earlier ?? createIn(tx, actor, input, at, isAboutCommission ? asClue : ordinary);
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
  const [known] = await tx
    .select()
    .from(complaint)
    .where(and(eq(complaint.draftId, draftId), ownPoint(actor)));
  if (known) return { number: known.number, dueOn: known.dueOn ?? dayOf(known.submittedAt) };
  must(row, "a draft of this person");
  await tx.update(draft).set({ submittedAt: at }).where(mine);
  return null;
}

/** What sets a new complaint apart from one that is submitted. */
interface Apart extends Pick<Complaint, "urgent" | "linkedId"> {
  status: "submitted" | "clue";
  tells: Tells;
  /** Who must not know of it, as they must not of the one that it comes of. */
  recused: readonly Recusal[];
}

const plain = { urgent: false, linkedId: null, recused: [] };

const ordinary: Apart = {
  ...plain,
  status: "submitted",
  tells: { enterprise: "received", intake: "submitted" },
};

/** What begins as a clue, of which the discipline team alone hears. */
export const asClue: Apart = {
  ...plain,
  status: "clue",
  tells: { enterprise: "clueReceived", discipline: "clueArrived" },
};

/** Creates a complaint in the transaction of an act, as the registrar. */
export async function createIn(
  tx: Tx,
  actor: PersonActor,
  input: Submission,
  at: Date,
  { tells, recused, ...apart }: Apart = ordinary,
): Promise<Submitted & { id: string }> {
  const calendar = await loadCalendar(tx);
  const isClue = apart.status === "clue";
  const rule = isClue ? "clueAccept" : input.field === "arrears" ? "arrearsAssign" : "triage";
  const span = (await loadSpans(tx, at))[rule];
  const due = reckon(calendar, { from: at, span, cap: null, moves: [] }).on;
  const isSealed = input.disclosure === "sealed";
  const reporter = isSealed ? sealedReporter : contactOf(actor);
  const reporterId = isSealed
    ? await sealReporter(tx, actor, newId())
    : await reporterIdOf(tx, contactOf(actor));
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
    reporterId,
    submittedAt: at,
    triageFrom: at,
    source: "liaisonPoint",
    dueOn: due,
    dueRule: rule,
    dueFrom: at,
  };
  const complaintId = complaint.id;
  const changes = [
    add("complaint", complaint),
    ...(isClue ? [add("clue", arrival(newId(), complaintId, at))] : []),
    ...recused.map((one) => add("recusal", { ...one, id: newId(), complaintId })),
  ];
  await writeChanges(tx, changes);
  if (input.draftId) await takeDraft(tx, input.draftId, complaint);
  // That the enterprise agreed to be known is written down with the act in which it did.
  const consent = input.disclosure === "named" ? { consent: "named" } : {};
  const facts = {
    complaint,
    command: CREATION,
    actor,
    assignment: null,
    at,
    from: null,
    said: consent,
    changes,
  };
  const eventId = await writeEvent(tx, { ...facts, commandId: null });
  await tell(tx, {
    tells,
    complaint,
    reporter,
    recusal: recused,
    touched: [],
    assignment: null,
    step: statuses[apart.status].step,
    eventId,
    at,
    // The enterprise is told that its own submission arrived.
    actorId: "",
  });
  return { id: complaint.id, number: complaint.number, dueOn: due };
}

const contactOf = ({ liaisonPointId, personId }: PersonActor) => ({
  liaisonPointId: must(liaisonPointId, "a liaison point"),
  personId,
});

/** Under which name a contact reports for its point; its own from the first time on. */
async function reporterIdOf(tx: Tx, of: ReturnType<typeof contactOf>): Promise<string> {
  const { reporter } = schema;
  const isOf = and(eq(reporter.liaisonPointId, of.liaisonPointId), eq(reporter.personId, of.personId));
  const find = () => tx.select({ id: reporter.id }).from(reporter).where(isOf);
  const [known] = await find();
  if (known) return known.id;
  // By chance and without a time: else each later matter would tell when its enterprise first came, with a clue perhaps.
  const first = { id: randomUUID(), ...of };
  await tx.insert(reporter).values(first).onConflictDoNothing();
  // Of two that come first at once, the other's.
  const [row] = await find();
  return must(row, "a reporter").id;
}

/** One number in so many is left out (空号). */
const VOID_ONE_IN = 16;

/**
 * The year's next serial. The row stays locked until the end, so that a rollback leaves no gap. Some are left
 * out by chance: else a number that somebody can't find would tell that there is a clue.
 */
async function nextSerial(tx: Tx, year: number): Promise<number> {
  const serial = await drawSerial(tx, year);
  if (randomInt(VOID_ONE_IN) > 0) return serial;
  await tx.insert(schema.voidNumber).values({ year, serial });
  return nextSerial(tx, year);
}

async function drawSerial(tx: Tx, year: number): Promise<number> {
  const { numberSeries } = schema;
  const [row] = await tx
    .insert(numberSeries)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: numberSeries.year, set: { last: sql`${numberSeries.last} + 1` } })
    .returning();
  return must(row, "a serial").last;
}

/** Takes over the files of a draft. Where the matter is sealed the draft goes, which has its writer's name. */
async function takeDraft(tx: Tx, draftId: string, { id: complaintId, disclosure }: Complaint) {
  const { attachment } = schema;
  await tx.update(attachment).set({ complaintId }).where(eq(attachment.draftId, draftId));
  if (disclosure === "sealed") await forgetDraft(tx, draftId);
}

/** What has not happened yet to a complaint that has just come in. */
const untouched = {
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
