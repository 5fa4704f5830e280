import { type Day, officeDay } from "../../clock/day.ts";
import { dueOn as dueAfter } from "../../clock/due.ts";
import { reachedRungs, rungDay } from "../../clock/ladder.ts";
import { add, type Change, patch } from "../change.ts";
import type { Command } from "../commands.ts";
import { type LadderStep, live, type Urging } from "../complaint.ts";
import { type Decide, type Deciding, refuse } from "./deciding.ts";
import { watchedClock } from "./watched.ts";

/** How long a department has to answer an urging letter. */
const ANSWER_WITHIN = { unit: "workingDays", count: 3 } as const;

/**
 * Climbs to a rung. Those below that have come as well are recorded with it and told to nobody: after days
 * off line everybody hears once how things stand now, and the record still has every step.
 */
export const climb: Decide<"climb"> = (on, { rung }) => {
  const clock = watchedClock(on, rung);
  if (!clock) return refuse("wrongStatus");
  const climbed = climbedFor(on, clock.dueOn);
  if (climbed.includes(rung)) return refuse("alreadyClimbed");
  const reached = reachedRungs(on.calendar, clock, on.at);
  if (!reached.includes(rung)) return refuse("notYetDue");
  const steps = reached
    .slice(0, reached.indexOf(rung) + 1)
    .filter((each) => !climbed.includes(each))
    .map(
      (each): LadderStep => ({
        id: on.newId(),
        ...target(on),
        rung: each,
        dueOn: clock.dueOn,
        cameOn: rungDay(on.calendar, clock.dueOn, each),
        climbedAt: on.at,
      }),
    );
  return {
    outcome: rung,
    changes: [...steps.map((step) => add("ladderStep", step)), ...lettersOf(on, steps)],
  };
};

/** What a climb is on: a measure of an assignment, an assignment, or the complaint itself. */
const target = ({ matter, assignment, measure }: Deciding) => ({
  complaintId: matter.complaint.id,
  assignmentId: measure?.assignmentId ?? assignment?.id ?? null,
  measureId: measure?.id ?? null,
});

function climbedFor(on: Deciding, dueOn: Day) {
  const { assignmentId, measureId } = target(on);
  return on.matter.ladderStep
    .filter((step) => step.assignmentId === assignmentId && step.measureId === measureId)
    .filter((step) => step.dueOn === dueOn)
    .map((step) => step.rung);
}

function lettersOf(on: Deciding, steps: readonly LadderStep[]): Change[] {
  const step = steps.find((each) => each.rung === "urging");
  const assignment = live(on.matter.assignment).find((a) => a.id === step?.assignmentId);
  if (!step || !assignment || !on.around.nextUrging) return [];
  const letter: Urging = {
    id: on.newId(),
    ...on.around.nextUrging,
    ladderStepId: step.id,
    complaintId: step.complaintId,
    assignmentId: assignment.id,
    issuedAt: on.at,
    dueOn: step.dueOn,
    answerBy: dueAfter(on.calendar, on.at, ANSWER_WITHIN).on,
    // Of a promised measure the department is reminded in its own words.
    about: on.measure?.words ?? assignment.brief,
  };
  return [add("urging", letter)];
}

/** Whether an urging letter may come of a command, as of every climb to its rung or one above. */
export const mayIssueLetter = (command: Command): boolean =>
  command.type === "climb" && ["urging", "circular", "talk"].includes(command.rung);

/** The day that word of a climb names: the deadline that it is on, or the day by which a letter wants its answer. */
export function dueTold(changes: readonly Change[]): Day | undefined {
  const last = changes.findLast((change) => change.entity === "ladderStep" || change.entity === "urging");
  if (last?.entity === "urging") return last.set.answerBy;
  return last?.entity === "ladderStep" ? last.set.dueOn : undefined;
}

/** The enterprise was asked for more and said nothing in time: the office goes on with what it has. */
export const lapseSupplement: Decide<"lapseSupplement"> = (on) => {
  const { id, dueOn } = on.matter.complaint;
  if (officeDay(on.at) <= (dueOn ?? "")) return refuse("notYetDue");
  return { outcome: "lapsed", changes: [patch("complaint", id, { statusBefore: null })] };
};
