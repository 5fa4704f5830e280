import type { CommandType } from "../../../domain/complaint/commands.ts";

/** The usual acts first; the rest as they come. */
const order: readonly CommandType[] = [
  "ruleOnReturn",
  "ruleOnExtension",
  "assign",
  "acceptClue",
  "concludeClue",
  "acceptReply",
  "feedBack",
  "confirmMeasure",
  "approveWriteOff",
  "applyWriteOff",
  "answerReview",
  "approveErasure",
  "refuseErasure",
  "lookBack",
  "recordCallBack",
  "askSupplement",
  "keepAsReference",
  "merge",
  "decline",
  "moveToClue",
  "accept",
  "sendBackReply",
  "addAssisting",
];

export const rank = (type: CommandType) => (order.includes(type) ? order.indexOf(type) : order.length);

/** What the rules refuse to whoever handled the complaint, so that it is not offered to them either. */
export const forOthers: readonly CommandType[] = ["approveWriteOff", "refuseWriteOff", "lookBack"];

export const dangerous: readonly CommandType[] = ["decline", "refuseWriteOff", "approveErasure"];

/** One letter each; acts that share a letter are never possible together. */
export const hotkeys: Partial<Record<CommandType, string>> = {
  assign: "A",
  addAssisting: "A",
  accept: "Y",
  acceptReply: "Y",
  acceptClue: "Y",
  concludeClue: "W",
  returnFromClue: "B",
  moveToClue: "X",
  noteClue: "N",
  askSupplement: "S",
  keepAsReference: "R",
  noteReference: "R",
  merge: "M",
  decline: "D",
  classify: "C",
  ruleOnReturn: "U",
  ruleOnExtension: "E",
  feedBack: "F",
  sendBackReply: "B",
  recordCallBack: "T",
  approveWriteOff: "W",
  lookBack: "L",
};
