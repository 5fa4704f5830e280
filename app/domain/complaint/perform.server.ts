import { and, eq, isNull, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Refusal, Role } from "../../../db/vocabulary.ts";
import { type ActingActor, personIdOf } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { loadCalendar } from "../clock/calendar.server.ts";
import { loadSpansAt } from "../clock/spans.server.ts";
import { BrokerUnreachable } from "../custody/broker.server.ts";
import { reporterAfter } from "../custody/seal.server.ts";
import { tell } from "../notice/tell.server.ts";
import { newCode, newId } from "../people/new-id.ts";
import { loadCase, lockByCode, lockByNumber } from "./case.server.ts";
import type { Change } from "./change.ts";
import type { Command } from "./commands.ts";
import { type Assignment, type Case, type Complaint, isRecused } from "./complaint.ts";
import { dueTold } from "./decide/climb.ts";
import type { Deciding } from "./decide/deciding.ts";
import { assignmentsTouched, decide } from "./decide.ts";
import { isOwnComplaint } from "./enterprise-view.server.ts";
import { eraseComplaint } from "./erase.server.ts";
import { isInSight, lifecycle, statuses } from "./lifecycle.ts";
import { createRetaliation } from "./retaliation.server.ts";
import { actsSince, stepsSince } from "./since.server.ts";
import { loadSurroundings } from "./surroundings.server.ts";
import { type Marks, stepField } from "./told.ts";
import { takeNumbers } from "./urging-series.server.ts";
import { writeChanges, writeEvent } from "./write.server.ts";

/** One act as it was sent: on what, which version was looked at, and which form it came from. */
export interface PerformRequest {
  on: { number: string } | { code: string };
  command: Command;
  assignmentId?: string | undefined;
  measureId?: string | undefined;
  /** The version that the person looked at; an older one than the row's is refused as stale. */
  version?: number | undefined;
  commandId?: string | undefined;
  /** Leaves a complaint that somebody else is acting on as it is, as if it weren't there, and never waits. */
  unlessBusy?: true;
}

export type Performed =
  | { ok: true; complaintId: string; erasedFiles?: readonly string[] }
  | { ok: false; refusal: Refusal | "notFound"; since?: { command: string; at: Date }[]; marks?: Marks };

/** Of the commission, those who act on complaints. */
const TEAMS: readonly Role[] = ["intake", "supervisor", "discipline"];

const notFound = { ok: false, refusal: "notFound" } as const;

/**
 * How anything happens to a complaint, and the one writer of its status: lock, load, may, decide,
 * then rows, event, notices, mails and their jobs in the same transaction. A form sent twice acts once.
 */
export function perform(actor: ActingActor, request: PerformRequest, at: Date): Promise<Performed> {
  return withActor(actor, "act", (tx) => performIn(tx, actor, request, at)).catch((error: unknown) => {
    if (error instanceof BrokerUnreachable) return { ok: false, refusal: "brokerUnreachable" };
    throw error;
  });
}

async function performIn(tx: Tx, actor: ActingActor, request: PerformRequest, at: Date): Promise<Performed> {
  const complaint = await ("number" in request.on
    ? lockByNumber(tx, request.on.number, request.unlessBusy)
    : lockByCode(tx, request.on.code));
  if (!complaint) return notFound;
  const matter = await loadCase(tx, complaint);
  const assignment = isOnAssignment(actor, request.command) ? findAssignment(matter, request) : null;
  // An enterprise's acts carry no name, so that whose they are is asked first; nothing takes its own matter from it.
  if (actor.kind === "liaison" && !(await isOwnComplaint(tx, actor, complaint.id))) return notFound;
  // First, because an act may take the complaint out of the sight of whoever did it.
  if (request.commandId && (await wasDone(tx, actor, complaint, request.commandId)))
    return { ok: true, complaintId: complaint.id };
  if (!isInScope(actor, matter, assignment)) return notFound;
  const stale = await staleness(tx, actor, complaint, assignment, request.version);
  if (stale) return stale;
  const spansAt = await loadSpansAt(tx);
  const on: Deciding = {
    matter,
    around: await loadSurroundings(tx, matter, request.command, at),
    actor,
    at,
    calendar: await loadCalendar(tx),
    spans: spansAt(at),
    spansAt,
    newId,
    newCode,
    assignment,
    measure:
      matter.measure.find(
        (m) => m.id === request.measureId && (!assignment || m.assignmentId === assignment.id),
      ) ?? null,
  };
  const decision = decide(on, request.command);
  if (!decision.ok) return decision;
  await record(tx, on, request, decision);
  if (!decision.outcome.erases) return { ok: true, complaintId: complaint.id };
  // Last, so that what was said with this very act goes with the rest.
  return { ok: true, complaintId: complaint.id, erasedFiles: await eraseComplaint(tx, complaint.id) };
}

/** Whatever a form says, an act that is no department's to know is on no assignment: its timeline would tell. */
function isOnAssignment(actor: ActingActor, { type }: Command): boolean {
  if (actor.kind === "department" || actor.kind === "worker") return true;
  const { assignment, measure, reads } = lifecycle[type];
  return assignment !== undefined || measure !== undefined || reads?.department !== undefined;
}

function findAssignment(matter: Case, request: PerformRequest): Assignment | null {
  const { on, assignmentId } = request;
  return matter.assignment.find((a) => ("code" in on ? a.code === on.code : a.id === assignmentId)) ?? null;
}

/** Out of an actor's scope nothing exists. */
function isInScope(actor: ActingActor, matter: Case, assignment: Assignment | null): boolean {
  const { complaint } = matter;
  if (actor.kind !== "worker" && isRecused(matter, actor)) return false;
  if (actor.kind === "liaison") return true;
  if (actor.kind === "custodian") return matter.unsealing.length > 0;
  if (actor.kind === "department")
    return assignment !== null && assignment.departmentId === actor.departmentId;
  if (actor.kind === "worker") return true;
  return TEAMS.includes(actor.kind) && isInSight(actor.kind, complaint.status);
}

async function wasDone(
  tx: Tx,
  actor: ActingActor,
  complaint: Complaint,
  commandId: string,
): Promise<boolean> {
  const { event } = schema;
  const found = await tx
    .select({ id: event.id })
    .from(event)
    .where(
      and(
        eq(event.commandId, commandId),
        eq(event.complaintId, complaint.id),
        eq(event.actorKind, actor.kind),
        actor.kind === "liaison"
          ? isNull(event.actorId)
          : sql`${event.actorId} is not distinct from ${personIdOf(actor)}`,
      ),
    );
  return found.length > 0;
}

async function staleness(
  tx: Tx,
  actor: ActingActor,
  complaint: Complaint,
  assignment: Assignment | null,
  seen: number | undefined,
): Promise<Performed | null> {
  if (seen === undefined) return null;
  if (actor.kind === "department") {
    // What changed elsewhere on the complaint is not the department's to know.
    if (!assignment || seen === assignment.version) return null;
    return { ok: false, refusal: "stale", since: await stepsSince(tx, assignment, seen) };
  }
  if (seen === complaint.version) return null;
  return { ok: false, refusal: "stale", since: await actsSince(tx, complaint, seen) };
}

async function record(
  tx: Tx,
  on: Deciding,
  request: PerformRequest,
  decision: Extract<ReturnType<typeof decide>, { ok: true }>,
) {
  const { changes, after, outcome } = decision;
  const { type, ...said } = request.command;
  const reporter = await reporterAfter(tx, on.actor, on.matter, after);
  await writeChanges(tx, changes);
  await takeNumbers(tx, changes);
  const eventId = await writeEvent(tx, {
    complaint: after.complaint,
    command: type,
    actor: on.actor,
    assignment: on.assignment,
    at: on.at,
    from: on.matter.complaint.status,
    said,
    changes,
    commandId: request.commandId ?? null,
  });
  const touched = assignmentsTouched(changes, after);
  await writeSteps(tx, on, request.command, changes, after);
  const createdId = outcome.creates ? await createRetaliation(tx, on, wordsOf(request.command)) : null;
  await writeAttachments(tx, on, request.command, createdId ?? after.complaint.id);
  const assignment =
    after.assignment.find((a) => a.id === on.assignment?.id) ?? measuresAssignment(on, after);
  const step = statuses[after.complaint.status].step;
  const { actor, at } = on;
  await tell(tx, {
    tells: outcome.tells,
    complaint: after.complaint,
    reporter,
    recusal: after.recusal,
    unsealing: after.unsealing.find((one) => one.id === requestedIn(request.command, changes)) ?? null,
    touched,
    assignment,
    step,
    eventId,
    at,
    actorId: personIdOf(actor),
    dueOn: dueTold(changes),
    letterId: changes.find(({ entity }) => entity === "urging")?.id,
  });
}

/** The request to know who reported that an act makes or is about. */
const requestedIn = (command: Command, changes: readonly Change[]): string | undefined =>
  "request" in command ? command.request : changes.find(({ entity }) => entity === "unsealing")?.id;

const measuresAssignment = (on: Deciding, after: Case) =>
  after.assignment.find((a) => a.id === on.measure?.assignmentId) ?? null;

const wordsOf = (command: Command) => ("words" in command ? command.words : null);

/** The files that the enterprise hands in with an act join those of its submission, or of the new matter. */
async function writeAttachments(tx: Tx, { at }: Deciding, command: Command, complaintId: string) {
  if (!("attachments" in command) || command.attachments.length === 0) return;
  const of = { complaintId, uploadedAt: at };
  await tx.insert(schema.attachment).values(command.attachments.map((file) => ({ ...file, ...of })));
}

/** The departments' own timeline: what was done to their assignment, in words meant for them. */
async function writeSteps(tx: Tx, on: Deciding, command: Command, changes: readonly Change[], after: Case) {
  const ids = new Set(changes.filter((c) => c.entity === "assignment").map((c) => c.id));
  if (on.assignment) ids.add(on.assignment.id);
  if (ids.size === 0) return;
  const key = stepField(command.type);
  const words = key ? String((command as unknown as Record<string, unknown>)[key] ?? "") : "";
  const byCommission = on.actor.kind !== "department";
  await tx.insert(schema.assignmentStep).values(
    after.assignment
      .filter((a) => ids.has(a.id))
      .map((a) => ({
        id: newId(),
        assignmentId: a.id,
        command: command.type,
        byCommission,
        officer: "departmentId" in on.actor && !byCommission ? on.actor.name : null,
        words: on.assignment && on.assignment.id !== a.id ? "" : words,
        at: on.at,
      })),
  );
}
