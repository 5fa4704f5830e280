import { WRITE_OFF_CHECKS, type WriteOffCheck } from "../../../db/vocabulary.ts";
import { type Case, live, type WriteOff } from "./complaint.ts";

/** The application that is waiting for a decision, or null. */
export const pendingWriteOff = (matter: Pick<Case, "writeOff">): WriteOff | null =>
  matter.writeOff.find((w) => w.decidedAt === null) ?? null;

/** Whether somebody may still confirm it: of a key problem, whoever confirmed first leaves the second to another. */
export const mayConfirm = (matter: Pick<Case, "writeOff">, personId: string): boolean =>
  pendingWriteOff(matter)?.confirmedById !== personId;

const latest = (dates: readonly Date[]) => Math.max(0, ...dates.map((d) => d.getTime()));

/** What a write-off needs, each item met or still missing. The rule is that none may be missing. */
export function writeOffChecks(matter: Case): { check: WriteOffCheck; met: boolean }[] {
  const counted = live(matter.assignment);
  const ids = new Set(counted.map((a) => a.id));
  const replies = matter.reply.filter((r) => ids.has(r.assignmentId));
  // What was said of an earlier answer says nothing of the answer after a rework.
  const answeredAt = latest(matter.answer.map((a) => a.givenAt));
  const saidAfter = [...matter.evaluation.map((e) => e.ratedAt), ...matter.callBack.map((c) => c.calledAt)];
  const met: Record<WriteOffCheck, boolean> = {
    answerGiven: matter.answer.length > 0,
    evidence:
      matter.evidence.some((e) => ids.has(e.assignmentId)) || replies.some((r) => r.verdict === "accepted"),
    assignmentsAccepted: counted.length > 0 && counted.every((a) => a.status === "accepted"),
    measuresConfirmed: matter.measure.every((m) => !ids.has(m.assignmentId) || m.status === "confirmed"),
    ratedOrCalledBack: answeredAt > 0 && latest(saidAfter) >= answeredAt,
    applied: pendingWriteOff(matter) !== null,
  };
  return WRITE_OFF_CHECKS.map((check) => ({ check, met: met[check] }));
}
