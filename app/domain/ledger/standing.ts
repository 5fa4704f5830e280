import { type Day, officeDay } from "../clock/day.ts";
import { type LampReading, lamp } from "../clock/lamp.ts";
import { reckon } from "../clock/reckon.ts";
import type { Clocks } from "../complaint/clock-facts.ts";
import { type Assignment, type Case, live } from "../complaint/complaint.ts";
import { type Turn, turnOf } from "../complaint/turn.ts";
import { writeOffChecks } from "../complaint/write-off.ts";
import { lampOf } from "./reading.ts";

/** Where a complaint stands, as its page says it. */
export interface Standing {
  turn: Turn;
  lamp: LampReading | null;
  /** Each assignment's own clock, by its id. */
  assignmentLamps: Readonly<Record<string, LampReading>>;
  /** What a write-off still needs, once the enterprise has been answered. */
  checks: ReturnType<typeof writeOffChecks>;
  /** The days of the first and the second look-back of what is written off. */
  lookBackOn: Day[];
}

const NEAR_WRITE_OFF = ["feedback", "rectifying", "clearing"];

/** All that follows from a complaint's rows, the calendar and the moment. */
export function standingOf(matter: Case, at: Date, { calendar, spansAt }: Clocks): Standing {
  const { complaint, assignment } = matter;
  const lead = live(assignment).find((one) => one.part === "lead");
  const clocked = { ...complaint, leadDueOn: lead?.replyDueOn, leadRepliedAt: lead?.repliedAt };
  const { closedAt } = complaint;
  const lookBackOn = (["lookBackFirst", "lookBackSecond"] as const).flatMap((rule) =>
    closedAt
      ? reckon(calendar, { from: closedAt, span: spansAt(closedAt)[rule], cap: null, moves: [] }).on
      : [],
  );
  return {
    turn: turnOf(matter),
    lamp: lampOf(clocked, at, calendar),
    assignmentLamps: Object.fromEntries(
      live(assignment).map((one) => [one.id, assignmentLamp(one, at, calendar)]),
    ),
    checks: NEAR_WRITE_OFF.includes(complaint.status) ? writeOffChecks(matter) : [],
    lookBackOn,
  };
}

function assignmentLamp(one: Assignment, at: Date, calendar: Clocks["calendar"]): LampReading {
  const hasReplied = one.status === "replied" || one.status === "accepted";
  return lamp({
    dueOn: one.replyDueOn,
    endedOn: hasReplied && one.repliedAt ? officeDay(one.repliedAt) : null,
    paused: one.status === "returning",
    today: officeDay(at),
    calendar,
  });
}
