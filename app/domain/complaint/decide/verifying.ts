import { workingDayFrom } from "../../clock/calendar.ts";
import { officeDay } from "../../clock/day.ts";
import { add, type Change, patch } from "../change.ts";
import type { CommandType } from "../commands.ts";
import { live, openMeasures } from "../complaint.ts";
import { pendingWriteOff } from "../write-off.ts";
import { redo } from "./assignment.ts";
import { assignmentOf, type Decide, type Deciding, measureOf, personOf, refuse } from "./deciding.ts";

type Matter = Deciding["matter"];

const allAccepted = ({ assignment }: Matter) => live(assignment).every((a) => a.status === "accepted");

/** Whether an act may have its place now, by what was said of the matter before; of any other act it says nothing. */
export function isStepInPlace(type: CommandType, matter: Matter): boolean {
  const { badRatingPending, reviewAskedAt, reviewAnsweredAt } = matter.complaint;
  const isCalledBack = !badRatingPending || calledBackSinceRating(matter);
  switch (type) {
    case "feedBack":
      return allAccepted(matter) && !badRatingPending;
    case "rework":
      return allAccepted(matter) && isCalledBack;
    case "waiveRework":
      return badRatingPending && isCalledBack;
    case "addAssisting":
      return !badRatingPending;
    case "keepAsReference":
    case "noteReference":
      return matter.reference.length === 0;
    case "answerReview":
      return reviewAskedAt !== null && reviewAnsweredAt === null;
    default:
      return true;
  }
}

function judge(on: Deciding, verdict: "accepted" | "sentBack", missing: string | null): Change[] {
  const latest = on.matter.reply.findLast((r) => r.assignmentId === assignmentOf(on).id);
  return latest ? [patch("reply", latest.id, { verdict, missing, judgedAt: on.at })] : [];
}

export const acceptReply: Decide<"acceptReply"> = (on) => ({
  outcome: "accepted",
  changes: [
    ...judge(on, "accepted", null),
    patch("assignment", assignmentOf(on).id, { status: "accepted", acceptedAt: on.at }),
  ],
});

export const sendBackReply: Decide<"sendBackReply"> = (on, { missing }) => ({
  outcome: "sentBack",
  changes: [...judge(on, "sentBack", missing), redo(on, assignmentOf(on), missing)],
});

export const confirmMeasure: Decide<"confirmMeasure"> = (on) =>
  measureOf(on).status !== "reported"
    ? refuse("noSuchMeasure")
    : {
        outcome: "confirmed",
        changes: [patch("measure", measureOf(on).id, { status: "confirmed", confirmedAt: on.at })],
      };

export const sendBackMeasure: Decide<"sendBackMeasure"> = (on, { missing, dueOn }) => {
  const measure = measureOf(on);
  if (measure.status !== "reported") return refuse("noSuchMeasure");
  if (dueOn < officeDay(on.at)) return refuse("measureDateInPast");
  const again = { status: "promised" as const, missing, dueOn: workingDayFrom(on.calendar, dueOn) };
  return {
    outcome: "sentBack",
    changes: [patch("measure", measure.id, again), ...dropApplication(on, missing)],
  };
};

export const feedBack: Decide<"feedBack"> = (on, { words }) => {
  if (!allAccepted(on.matter)) return refuse("assignmentsOpen");
  if (on.matter.complaint.badRatingPending) return refuse("badRatingPending");
  const { id } = on.matter.complaint;
  return {
    outcome: "answered",
    changes: [
      add("answer", { id: on.newId(), complaintId: id, words, givenAt: on.at }),
      patch("complaint", id, { feedbackAt: on.at, solved: null }),
    ],
  };
};

export const rework: Decide<"rework"> = (on, { missing, reason }) => {
  const { complaint } = on.matter;
  if (!allAccepted(on.matter)) return refuse("assignmentsOpen");
  // Domain, rule 5: a bad rating is always called back before anything else.
  if (complaint.badRatingPending && !calledBackSinceRating(on.matter)) return refuse("callBackFirst");
  return { outcome: "again", changes: [...sendToLead(on, missing), ...dropApplication(on, reason)] };
};

/** The lead department has the matter again, and what was said of the old answer is settled. */
export function sendToLead(on: Deciding, missing: string): Change[] {
  const lead = live(on.matter.assignment).filter((a) => a.part === "lead");
  return [
    ...lead.map((a) => redo(on, a, missing)),
    patch("complaint", on.matter.complaint.id, { badRatingPending: false, solved: null }),
  ];
}

export const waiveRework: Decide<"waiveRework"> = (on) => {
  if (!on.matter.complaint.badRatingPending) return refuse("noBadRating");
  if (!calledBackSinceRating(on.matter)) return refuse("callBackFirst");
  return {
    outcome: hasOpenMeasures(on) ? "promised" : "settled",
    changes: [patch("complaint", on.matter.complaint.id, { badRatingPending: false })],
  };
};

export const hasOpenMeasures = ({ matter }: Deciding): boolean => openMeasures(matter).length > 0;

function calledBackSinceRating({ evaluation, callBack }: Matter): boolean {
  const rated = evaluation.at(-1)?.ratedAt;
  return !rated || callBack.some((c) => c.calledAt >= rated);
}

/** An application that waits is refused by what happens instead. */
export function dropApplication(on: Deciding, reason: string): Change[] {
  const pending = pendingWriteOff(on.matter);
  const decided = { approved: false, decidedAt: on.at, decidedById: personOf(on), reason };
  return pending ? [patch("writeOff", pending.id, decided)] : [];
}
