import { and, asc, eq, ne } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { loadCalendar } from "../clock/calendar.server.ts";
import { loadSpansAt } from "../clock/spans.server.ts";
import { whyComplaint } from "./why.ts";

const { assignment, complaint, extension, pause } = schema;

/** Why an enterprise's complaint is due on its day, and which dates were put off, and why. */
export async function enterpriseDates(tx: Tx, complaintId: string) {
  const clocks = { calendar: await loadCalendar(tx), spansAt: await loadSpansAt(tx) };
  const { status, dueOn, dueRule, dueFrom, acceptedAt } = complaint;
  const [own] = await tx
    .select({ status, dueOn, dueRule, dueFrom, acceptedAt })
    .from(complaint)
    .where(eq(complaint.id, complaintId));
  const pauses = await tx
    .select()
    .from(pause)
    .where(eq(pause.complaintId, complaintId))
    .orderBy(asc(pause.id));
  const extensions = await extensionsOf(tx, complaintId);
  const { acceptedAt: accepted, ...clock } = must(own, "a complaint");
  const moving = { acceptedAt: accepted, pause: pauses, extension: extensions };
  return {
    why: whyComplaint(clocks, clock, await assignmentsOf(tx, complaintId), moving),
    putOff: extensions
      .filter((row) => row.granted)
      .map(({ id, dueOnBefore, until, ruling }) => ({ id, dueOnBefore, until, reason: ruling ?? "" })),
  };
}

// Named one by one: what a department wrote in its request is not the enterprise's to read.
const extensionsOf = (tx: Tx, complaintId: string) =>
  tx
    .select({
      id: extension.id,
      assignmentId: extension.assignmentId,
      askedAt: extension.askedAt,
      until: extension.until,
      dueOnBefore: extension.dueOnBefore,
      granted: extension.granted,
      ruling: extension.ruling,
      ruledAt: extension.ruledAt,
    })
    .from(extension)
    .innerJoin(assignment, eq(assignment.id, extension.assignmentId))
    .where(and(eq(assignment.complaintId, complaintId), ne(assignment.status, "recalled")))
    .orderBy(asc(extension.id));

const assignmentsOf = (tx: Tx, complaintId: string) =>
  tx
    .select({
      id: assignment.id,
      status: assignment.status,
      round: assignment.round,
      dispatchedAt: assignment.dispatchedAt,
      dueRule: assignment.dueRule,
      dueFrom: assignment.dueFrom,
      replyDueOn: assignment.replyDueOn,
    })
    .from(assignment)
    .where(eq(assignment.complaintId, complaintId))
    .orderBy(asc(assignment.id));
