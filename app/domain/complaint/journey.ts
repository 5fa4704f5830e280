import type { JourneyStep } from "../../../db/vocabulary.ts";

/** The acts that end each step of the journey. */
export const stepEndings: Record<JourneyStep, readonly string[]> = {
  intake: ["accept", "assign", "decline", "keepAsReference", "merge"],
  assign: ["assign"],
  handle: ["sign"],
  reply: ["reply"],
  verify: ["feedBack"],
  evaluate: ["evaluate", "lapseEvaluation"],
  writeOff: ["approveWriteOff"],
};
