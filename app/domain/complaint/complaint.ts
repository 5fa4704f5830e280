// Long, because the shapes of all rows that an act may change stand together: an event keeps any of them.
import type {
  AssignmentPart,
  AssignmentStatus,
  ClueResult,
  ComplaintStatus,
  Conduct,
  ContactWay,
  DeclineGround,
  Disclosure,
  ErasureGround,
  Field,
  Grade,
  Kind,
  LookBackResult,
  MeasureStatus,
  PauseReason,
  Rating,
  Ruling,
  Rung,
  Solved,
  Source,
  Withheld,
} from "../../../db/vocabulary.ts";
import type { Day } from "../clock/day.ts";
import type { Original } from "./marks.ts";

/** The one thing that lives from submission to write-off under one number for life. */
export interface Complaint {
  id: string;
  number: string;
  year: number;
  serial: number;
  draftId: string | null;
  reporterId: string;
  submittedAt: Date;
  kind: Kind;
  source: Source;
  field: Field;
  conduct: Conduct;
  disclosure: Disclosure;
  title: string;
  description: string;
  about: string;
  place: string;
  sinceOn: Day | null;
  status: ComplaintStatus;
  dueOn: Day | null;
  dueRule: string | null;
  dueFrom: Date | null;
  grade: Grade | null;
  /** When it was accepted, or assigned without that: the law's cap runs from it. */
  acceptedAt: Date | null;
  triageFrom: Date;
  keyProblem: boolean;
  /** The highest priority: before everything else in every queue. */
  urgent: boolean;
  /** The complaint after which somebody was treated worse, for a matter of retaliation. */
  linkedId: string | null;
  leadDepartmentId: string | null;
  pausedOn: Day | null;
  statusBefore: ComplaintStatus | null;
  primaryId: string | null;
  declineGround: DeclineGround | null;
  declinedAt: Date | null;
  reviewAskedAt: Date | null;
  reviewAnsweredAt: Date | null;
  badRatingPending: boolean;
  referencedAt: Date | null;
  feedbackAt: Date | null;
  solved: boolean | null;
  endedAt: Date | null;
  closedAt: Date | null;
  lookBacks: number;
  reopenings: number;
  version: number;
}

/** Who reported: a point, and its contact who is told of every step; where the matter is sealed, nobody that is known. */
export type Reporter =
  | { liaisonPointId: string; personId: string }
  | { liaisonPointId: null; personId: null };

export const sealedReporter: Reporter = { liaisonPointId: null, personId: null };

/** One complaint in one department's hands. */
export interface Assignment {
  id: string;
  complaintId: string;
  code: string;
  departmentId: string;
  part: AssignmentPart;
  status: AssignmentStatus;
  brief: string;
  namedPoint: string | null;
  dispatchedAt: Date;
  signDueOn: Day;
  contactDueOn: Day;
  returnDueOn: Day;
  replyDueOn: Day;
  originalReplyDueOn: Day;
  dueRule: string;
  dueFrom: Date;
  round: number;
  signedAt: Date | null;
  officer: string | null;
  firstContactAt: Date | null;
  contactWay: ContactWay | null;
  contactNote: string | null;
  repliedAt: Date | null;
  acceptedAt: Date | null;
  returnedAt: Date | null;
  returnReason: string | null;
  rightDepartmentId: string | null;
  ruling: Ruling | null;
  rulingReason: string | null;
  missing: string | null;
  recalledAt: Date | null;
  settledAt: Date | null;
  version: number;
}

export interface Reply {
  id: string;
  assignmentId: string;
  round: number;
  words: string;
  repliedAt: Date;
  verdict: "accepted" | "sentBack" | null;
  missing: string | null;
  judgedAt: Date | null;
}

export interface Measure {
  id: string;
  assignmentId: string;
  words: string;
  owner: string;
  dueOn: Day;
  status: MeasureStatus;
  promisedAt: Date;
  reportedAt: Date | null;
  report: string | null;
  confirmedAt: Date | null;
  missing: string | null;
}

export interface WriteOff {
  id: string;
  complaintId: string;
  appliedById: string;
  appliedAt: Date;
  words: string;
  confirmedById: string | null;
  confirmedAt: Date | null;
  decidedById: string | null;
  decidedAt: Date | null;
  approved: boolean | null;
  solved: boolean | null;
  reason: string | null;
  reopenedAt: Date | null;
}

/** A file whose bytes are stored already. `type` is one of FILE_TYPES, found from the content. */
export interface StoredFile {
  id: string;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
  storageKey: string;
}

/** The copy of a file that may be released, or why it may not; `text` is what can be read in it, folded. */
export interface CleanedCopy {
  withheld: Withheld | null;
  bytes: number | null;
  sha256: string | null;
  storageKey: string | null;
  text: string;
}

/** A stretch in which a clock stood still: the complaint's own where there is no assignment. */
export interface Pause {
  id: string;
  complaintId: string;
  assignmentId: string | null;
  why: PauseReason;
  fromOn: Day;
  toOn: Day | null;
}

/** 延期: `granted` and `ruling`, the reason for it, are null until it is decided. */
export interface Extension {
  id: string;
  assignmentId: string;
  askedAt: Date;
  reason: string;
  until: Day;
  dueOnBefore: Day;
  granted: boolean | null;
  ruling: string | null;
  ruledAt: Date | null;
}

interface OfComplaint {
  id: string;
  complaintId: string;
}
interface Supplement extends OfComplaint {
  question: string;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
}
interface Answer extends OfComplaint {
  words: string;
  givenAt: Date;
}
interface Evaluation extends OfComplaint {
  rating: Rating;
  solved: Solved;
  reason: string;
  ratedAt: Date;
}
interface CallBack extends OfComplaint {
  solved: Solved;
  pressed: boolean;
  words: string;
  calledAt: Date;
}
interface LookBack extends OfComplaint {
  nth: number;
  result: LookBackResult;
  words: string;
  lookedAt: Date;
}
interface Reference extends OfComplaint {
  words: string;
  madeAt: Date;
}
/** A rung of the ladder that was climbed, for one deadline. */
export interface LadderStep extends OfComplaint {
  assignmentId: string | null;
  measureId: string | null;
  rung: Rung;
  dueOn: Day;
  cameOn: Day;
  climbedAt: Date;
}
/** 催办通知书: the numbered letter to a department that is late. */
export interface Urging extends OfComplaint {
  year: number;
  serial: number;
  ladderStepId: string;
  assignmentId: string;
  issuedAt: Date;
  dueOn: Day;
  answerBy: Day;
  about: string;
}
/** Whether it was treated worse since; `sinceOn` is the day of the answer, null answers are still awaited. */
interface Question extends OfComplaint {
  nth: number;
  sinceOn: Day;
  askedAt: Date;
  answeredAt: Date | null;
  worse: boolean | null;
  words: string | null;
}
/** 线索: a stay with the discipline team; `acceptDueOn` is the day by which it had to be accepted, once it is. */
export interface Clue extends OfComplaint {
  arrivedAt: Date;
  acceptedAt: Date | null;
  acceptDueOn: Day | null;
  concludedAt: Date | null;
  result: ClueResult | null;
  returnedAt: Date | null;
}
/** 回避: of a person or of a whole department. */
export interface Recusal extends OfComplaint {
  personId: string | null;
  departmentId: string | null;
  byId: string;
  at: Date;
  reason: string;
}
interface Evidence extends StoredFile {
  assignmentId: string;
  replyId: string | null;
  measureId: string | null;
  addedAt: Date;
}
interface ReleasedAttachment extends StoredFile {
  assignmentId: string;
  attachmentId: string;
  releasedAt: Date;
}

/** A request that one reader may know who reported a sealed matter, until the end of a day. */
export interface Unsealing {
  id: string;
  complaintId: string;
  askedById: string;
  readerId: string;
  purpose: string;
  untilOn: Day;
  askedAt: Date;
  approvedAt: Date | null;
  refusedAt: Date | null;
  endedAt: Date | null;
}

/** What a custodian decided of a request. */
interface UnsealingVote {
  id: string;
  complaintId: string;
  unsealingId: string;
  custodianId: string;
  approved: boolean;
  reason: string;
  at: Date;
}

/** A request that what was said be erased, until another decides it or the matter is taken up again. */
export interface ErasureRequest extends OfComplaint {
  ground: ErasureGround;
  askedById: string;
  askedAt: Date;
  decidedById: string | null;
  decidedAt: Date | null;
  approved: boolean | null;
  droppedAt: Date | null;
}

/** That what was said is gone: when, on what ground, and who approved it. */
interface Erasure extends OfComplaint {
  at: Date;
  ground: ErasureGround;
  byId: string | null;
}

/** Every row that an act may add or change, by the name of its table. */
export interface Rows {
  complaint: Complaint;
  assignment: Assignment;
  reply: Reply;
  measure: Measure;
  writeOff: WriteOff;
  supplement: Supplement;
  answer: Answer;
  evaluation: Evaluation;
  callBack: CallBack;
  lookBack: LookBack;
  reference: Reference;
  evidence: Evidence;
  releasedAttachment: ReleasedAttachment;
  ladderStep: LadderStep;
  urging: Urging;
  question: Question;
  pause: Pause;
  extension: Extension;
  clue: Clue;
  recusal: Recusal;
  unsealing: Unsealing;
  unsealingVote: UnsealingVote;
  erasureRequest: ErasureRequest;
  erasure: Erasure;
}
export type Entity = keyof Rows;

/** All that the rules look at when somebody acts on a complaint. */
export interface Case {
  complaint: Complaint;
  reporter: Reporter;
  assignment: Assignment[];
  reply: Reply[];
  measure: Measure[];
  writeOff: WriteOff[];
  supplement: Supplement[];
  answer: Answer[];
  evaluation: Evaluation[];
  callBack: CallBack[];
  lookBack: LookBack[];
  reference: Reference[];
  evidence: Evidence[];
  releasedAttachment: ReleasedAttachment[];
  ladderStep: LadderStep[];
  urging: Urging[];
  question: Question[];
  pause: Pause[];
  extension: Extension[];
  clue: Clue[];
  recusal: Recusal[];
  unsealing: Unsealing[];
  unsealingVote: UnsealingVote[];
  erasureRequest: ErasureRequest[];
  erasure: Erasure[];
}

/** What the rules must know besides the case itself. */
export interface Surroundings {
  /** Commission staff who handled this complaint. */
  handlers: readonly string[];
  /** What words for a department are compared with, so that they don't tell who reported. */
  original: Original;
  pointName: string;
  /** Original attachments of the complaint, each with the copy that may be released in its place. */
  attachments: readonly (StoredFile & { copy: CleanedCopy | null })[];
  /** Departments that exist today. */
  departmentIds: readonly string[];
  /** Departments that are recused, or that hold or held the complaint after which this one reports retaliation. */
  complainedOf: readonly string[];
  /** The commission's people and the leaders, who may be complained of. */
  recusable: readonly string[];
  /** Those who may be let know who reported a sealed matter: whoever may see it at all. */
  readers: readonly string[];
  /** Complaints merged into this one. */
  mergedIds: readonly string[];
  /** When the matter that this one follows or came of ended, and whether what was said of it is erased. */
  before: { followed: Date | null; isLinkedWhole: boolean };
  /** The complaint named in a merge, or that one which is split off follows. */
  primary: Pick<Complaint, "id" | "number" | "status" | "primaryId" | "leadDepartmentId"> | null;
  /** The number that the next urging letter has; null where none can come of the act. */
  nextUrging: { year: number; serial: number } | null;
}

export const formatNumber = (year: number, serial: number) => `HY${year}-${String(serial).padStart(5, "0")}`;

/** Whether a text is a complaint's number, whether or not such a complaint exists. */
export const isNumber = (text: string) => /^HY\d{4}-\d{5,}$/.test(text);

/** Assignments that still count: not recalled. */
export const live = (assignments: readonly Assignment[]) =>
  assignments.filter((a) => a.status !== "recalled");

/** The clue that the discipline team still has in hand; none once it is concluded or given back. */
export const openClue = ({ clue }: Pick<Case, "clue">): Clue | undefined =>
  clue.find((one) => !one.concludedAt && !one.returnedAt);

/** Whether somebody must not know of a complaint, because they or their department are complained of in it. */
export const isRecused = (
  { recusal }: { recusal: readonly Recusal[] },
  who: { personId: string; departmentId: string | null },
): boolean =>
  recusal.some(
    ({ personId, departmentId }) =>
      personId === who.personId || (departmentId !== null && departmentId === who.departmentId),
  );

/** Measures of live assignments that the department hasn't reported done. */
export function openMeasures(matter: Case): Measure[] {
  const counted = new Set(live(matter.assignment).map((a) => a.id));
  return matter.measure.filter((m) => counted.has(m.assignmentId) && m.status === "promised");
}
