import type {
  AssignmentPart,
  AssignmentStatus,
  MeasureStatus,
  Ruling,
  WriteOffStage,
} from "../../../db/vocabulary.ts";
import type { Day } from "../clock/day.ts";
import type { CommandType } from "../complaint/commands.ts";
import { departmentActs } from "../complaint/lifecycle.ts";

/** What the acts that a department may do now depend on, as far as it may know it. */
export interface Standing {
  status: AssignmentStatus;
  part: AssignmentPart;
  round: number;
  returnDueOn: Day;
  replyDueOn: Day;
  returnedAt: Date | null;
  ruling: Ruling | null;
  firstContactAt: Date | null;
  settledAt: Date | null;
  /** Asked for once, in whatever round. */
  extension: object | null;
  measures: readonly { status: MeasureStatus }[];
  stage: WriteOffStage;
}

/** Whether the assignment may still be returned: once, in its first round, until its day (domain, rule 4). */
const mayReturn = (on: Standing, today: Day) =>
  on.round === 1 && on.returnedAt === null && on.ruling === null && today <= on.returnDueOn;

/** Whether the assignment may still be returned, or why not: asked once, too late, or not for this department to do. */
export function returnState(on: Standing, today: Day): "used" | "open" | "over" | "closed" {
  if (on.returnedAt !== null) return "used";
  if (today > on.returnDueOn) return "over";
  return mayReturn(on, today) && departmentActs(on.status).includes("returnAssignment") ? "open" : "closed";
}

/** Whether more time may be asked for: once, until the day itself (domain, section 5). */
export const mayAskExtension = (on: Standing, today: Day) => on.extension === null && today <= on.replyDueOn;

const byUse: readonly CommandType[] = [
  "sign",
  "reply",
  "reportMeasure",
  "applyWriteOff",
  "recordFirstContact",
];

/** The acts of a department that can succeed now; `today` is the office day. The usual one comes first. */
export function actsNow(on: Standing, today: Day): CommandType[] {
  const may: Partial<Record<CommandType, boolean>> = {
    returnAssignment: mayReturn(on, today),
    askExtension: mayAskExtension(on, today),
    recordFirstContact: on.firstContactAt === null,
    promiseMeasure: on.stage === "waiting" && on.settledAt === null,
    reportMeasure: on.measures.some((measure) => measure.status === "promised") && on.settledAt === null,
    applyWriteOff: on.part === "lead" && on.stage === "ready",
  };
  // The lead department gets in touch before it replies.
  const isContactFirst = on.status === "signed" && on.part === "lead";
  const order: readonly CommandType[] = isContactFirst ? ["recordFirstContact", ...byUse] : byUse;
  const rank = (type: CommandType) => (order.includes(type) ? order.indexOf(type) : order.length);
  return departmentActs(on.status)
    .filter((type) => may[type] ?? true)
    .sort((a, b) => rank(a) - rank(b));
}

/** What has to be there before the lead department can apply for the write-off, each item met or not. */
export function writeOffSteps({ status, measures, stage }: Standing) {
  return [
    { step: "accepted" as const, met: status === "accepted" },
    { step: "measures" as const, met: measures.every((measure) => measure.status === "confirmed") },
    { step: "heard" as const, met: stage !== "waiting" },
  ];
}

export type Turn = AssignmentStatus | "measure" | "ready" | "readyElsewhere" | "applied" | "settled";

/** Whose turn it is, as the key of its sentence in the dictionary. */
export function turnOf(on: Pick<Standing, "status" | "part" | "settledAt" | "measures" | "stage">): Turn {
  const owesMeasure = on.measures.some((measure) => measure.status === "promised");
  if (on.settledAt) return "settled";
  if (on.status === "accepted" && on.stage === "applied") return "applied";
  if (on.status === "accepted" && on.stage === "ready")
    return on.part === "lead" ? "ready" : "readyElsewhere";
  return owesMeasure && (on.status === "replied" || on.status === "accepted") ? "measure" : on.status;
}
