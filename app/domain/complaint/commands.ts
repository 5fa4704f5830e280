import {
  CLUE_RESULTS,
  CONDUCTS,
  CONTACT_WAYS,
  DECLINE_GROUNDS,
  type Disclosure,
  ERASURE_GROUNDS,
  EXTENSION_RULINGS,
  FIELDS,
  GRADES,
  KINDS,
  LOOK_BACK_RESULTS,
  QUESTION_DAYS,
  RATINGS,
  RULINGS,
  RUNGS,
  SOLVED,
  WORSE,
} from "../../../db/vocabulary.ts";
import {
  choice,
  day,
  department,
  departments,
  files,
  flag,
  long,
  markReason,
  number,
  person,
  release,
  text,
  type Values,
} from "./field.ts";

const words = long();
const verdict = ["upheld", "granted"] as const;
/** What an enterprise may change its choice to later: more secrecy, never less. */
const RAISED = ["confidential", "sealed"] as const satisfies readonly Disclosure[];
/** Stands with words that a department will read, below them. */
const marked = { markReason: markReason() };

/** Every act on a complaint with what its form asks for. Forms, parsing and types all come from here. */
export const commandFields = {
  // intake
  accept: { grade: choice(GRADES, { optional: true }) },
  classify: {
    kind: choice(KINDS),
    field: choice(FIELDS),
    conduct: choice(CONDUCTS),
    grade: choice(GRADES, { optional: true }),
    keyProblem: flag(),
  },
  askSupplement: { question: words },
  supplement: { answer: words, attachments: files({ optional: true }) },
  decline: { ground: choice(DECLINE_GROUNDS), reason: words },
  keepAsReference: { suggestion: words, reason: words },
  noteReference: { suggestion: words },
  merge: { primary: number(), reason: words },
  split: { reason: words },
  assign: {
    grade: choice(GRADES),
    lead: department(),
    assisting: departments({ optional: true }),
    brief: words,
    ...marked,
    release: release({ optional: true }),
  },
  addAssisting: { assisting: department(), brief: words, ...marked, release: release({ optional: true }) },
  ruleOnReturn: {
    ruling: choice(RULINGS),
    reason: words,
    ...marked,
    department: department({ optional: true }),
  },
  // clues and who must not know
  moveToClue: { reason: words },
  acceptClue: { words },
  noteClue: { note: words },
  concludeClue: { clueResult: choice(CLUE_RESULTS), words },
  returnFromClue: { reason: words },
  recuse: {
    concerned: person({ optional: true }),
    concernedDepartment: department({ optional: true }),
    reason: words,
  },
  // assignment
  sign: { officer: text() },
  returnAssignment: { reason: words, department: department() },
  nameOfficer: { officer: text() },
  askExtension: { until: day(), reason: words },
  ruleOnExtension: { decision: choice(EXTENSION_RULINGS), reason: words, ...marked },
  recordFirstContact: { way: choice(CONTACT_WAYS), note: words },
  // reply
  reply: { words, evidence: files({ optional: true }) },
  promiseMeasure: { words, owner: text(), dueOn: day() },
  reportMeasure: { report: words, evidence: files({ optional: true }) },
  acceptReply: { note: long({ optional: true }), ...marked },
  sendBackReply: { missing: words, ...marked },
  confirmMeasure: { note: long({ optional: true }), ...marked },
  sendBackMeasure: { missing: words, ...marked, dueOn: day() },
  feedBack: { words },
  // the calendar has changed
  redate: {},
  // closing
  evaluate: { rating: choice(RATINGS), solved: choice(SOLVED), reason: words },
  evaluateAgain: { rating: choice(RATINGS), solved: choice(SOLVED), reason: words },
  lapseEvaluation: { reason: words },
  recordCallBack: { solved: choice(SOLVED), pressed: flag(), words },
  rework: { missing: words, ...marked, reason: words },
  waiveRework: { reason: words },
  applyWriteOff: { words, ...marked },
  approveWriteOff: { words },
  refuseWriteOff: { reason: words },
  lookBack: { result: choice(LOOK_BACK_RESULTS), words, ...marked },
  reopen: { reason: words, ...marked },
  withdraw: { reason: words },
  askReview: { reason: words },
  answerReview: { verdict: choice(verdict), reason: words },
  // who may know
  raiseDisclosure: { to: choice(RAISED) },
  askUnsealing: { reader: person(), purpose: words, until: day() },
  approveUnsealing: { request: text(), reason: words },
  refuseUnsealing: { request: text(), reason: words },
  endUnsealing: { request: text() },
  // what was said is erased
  askErasure: { erasureGround: choice(ERASURE_GROUNDS), reason: words },
  approveErasure: {},
  refuseErasure: { reason: words },
  // retaliation
  reportRetaliation: { words, attachments: files({ optional: true }) },
  askRetaliation: { nth: choice(QUESTION_DAYS) },
  answerQuestion: {
    worse: choice(WORSE),
    words: long({ neededWith: ["worse", "yes"] }),
    attachments: files({ optional: true }),
  },
  // the clock
  climb: { rung: choice(RUNGS) },
  lapseSupplement: {},
} as const;

export type CommandType = keyof typeof commandFields;
export const COMMAND_TYPES = Object.keys(commandFields) as CommandType[];

/** One act as somebody asked for it: its type and the values of its form. */
export type Command = { [T in CommandType]: { type: T } & Values<(typeof commandFields)[T]> }[CommandType];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** The act's place in a URL: `approveWriteOff` → `approve-write-off`. */
export const slugOf = (type: CommandType) => type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const bySlug = new Map(COMMAND_TYPES.map((type) => [slugOf(type), type]));

/** The act that a URL names, or null. */
export const commandOfSlug = (slug: string): CommandType | null => bySlug.get(slug) ?? null;
