// Long, because it is one table: a part of it elsewhere would be a place where a rule is forgotten.
import {
  type AssignmentStatus,
  COMPLAINT_STATUSES,
  type ComplaintStatus,
  ENDED_STATUSES,
  type JourneyStep,
  type NoticeKind,
  type Role,
} from "../../../db/vocabulary.ts";
import type { ClockRule } from "../clock/defaults.ts";
import type { CommandType } from "./commands.ts";

/**
 * Who hears of an act. `department` is the one of the assignment acted on (`officers` in it are those who
 * handle, `leader` the city's leader in charge of it), `departments` all live ones; `owner` is the
 * commission's team whose step is next, `unsealer` whoever asked to know who reported, and the reader meant.
 */
export type Audience =
  | "enterprise"
  | "followers"
  | "intake"
  | "supervisors"
  | "discipline"
  | "owner"
  | "department"
  | "departments"
  | "officers"
  | "leader"
  | "custodians"
  | "unsealer";

/** Who hears of an outcome, and of what. */
export type Tells = Readonly<Partial<Record<Audience, NoticeKind>>>;

/** What an outcome tells, pair by pair. */
export const whoHears = (tells: Tells) => Object.entries(tells) as [Audience, NoticeKind][];

/** Whose step is next in a status, which clock runs, and where on the journey it stands. */
interface StatusRow {
  owner: Role | "calendar" | null;
  clock: ClockRule | "reply" | "measures" | "lookBack" | "clue" | null;
  step: JourneyStep;
}

export const statuses: Record<ComplaintStatus, StatusRow> = {
  submitted: { owner: "intake", clock: "triage", step: "intake" },
  supplementing: { owner: "liaison", clock: "supplement", step: "intake" },
  accepted: { owner: "intake", clock: "assign", step: "assign" },
  handling: { owner: "department", clock: "reply", step: "handle" },
  verifying: { owner: "supervisor", clock: "verify", step: "verify" },
  feedback: { owner: "liaison", clock: "evaluate", step: "evaluate" },
  rectifying: { owner: "department", clock: "measures", step: "writeOff" },
  clearing: { owner: "supervisor", clock: "clear", step: "writeOff" },
  closed: { owner: "calendar", clock: "lookBack", step: "writeOff" },
  declined: { owner: null, clock: null, step: "intake" },
  referenced: { owner: null, clock: null, step: "intake" },
  clue: { owner: "discipline", clock: "clue", step: "intake" },
  merged: { owner: null, clock: null, step: "intake" },
  withdrawn: { owner: null, clock: null, step: "writeOff" },
};

export interface Outcome {
  /** Where it can't come from all statuses of its row: from which it can. */
  from?: readonly ComplaintStatus[];
  to: ComplaintStatus | "same";
  tells: Tells;
  /** A new matter comes of it, in the same transaction. */
  creates?: "retaliation";
  /** What was said is erased with it. */
  erases?: true;
}

export interface Row {
  by: readonly (Role | "worker")[];
  from: readonly ComplaintStatus[];
  /** For acts on one assignment: the statuses in which it may be acted on. */
  assignment?: readonly AssignmentStatus[];
  /** For acts on one measure. */
  measure?: true;
  outcomes: Readonly<Record<string, Outcome>>;
  /** Commission staff who do this have handled the complaint, and can't write it off. */
  handles?: true;
  /** The hub only takes note: nobody's open form becomes stale by it. */
  isNote?: true;
  /** Which of the said words each side reads; what isn't named here, it isn't shown. */
  reads?: { enterprise?: string; department?: string };
  /** What the discipline team keeps to itself, even when the complaint is the office's again. */
  isInternal?: true;
  /** Also of a matter of which what was said is erased. */
  evenErased?: true;
}

const open = ["handling", "verifying", "feedback", "rectifying", "clearing"] as const;
const triage = ["submitted", "accepted"] as const;
const inHand = ["signed", "redo"] as const;
/** In these nobody owes the next step; the discipline team's are `clue` to the end. */
const ended = [...ENDED_STATUSES] as const;

const table = {
  accept: {
    by: ["intake"],
    from: ["submitted"],
    outcomes: { accepted: { to: "accepted", tells: { enterprise: "accepted" } } },
    handles: true,
  },
  classify: {
    by: ["intake", "supervisor"],
    from: [...triage, ...open],
    outcomes: { noted: { to: "same", tells: {} } },
  },
  askSupplement: {
    by: ["intake"],
    from: triage,
    outcomes: { asked: { to: "supplementing", tells: { enterprise: "supplementAsked" } } },
    handles: true,
    reads: { enterprise: "question" },
  },
  supplement: {
    by: ["liaison"],
    from: ["supplementing"],
    outcomes: { said: { to: "submitted", tells: { intake: "supplemented" } } },
    reads: { enterprise: "answer" },
  },
  decline: {
    by: ["intake"],
    from: triage,
    outcomes: { declined: { to: "declined", tells: { enterprise: "declined" } } },
    handles: true,
    reads: { enterprise: "reason" },
  },
  keepAsReference: {
    by: ["intake"],
    from: triage,
    outcomes: { kept: { to: "referenced", tells: { enterprise: "referenced" } } },
    handles: true,
    reads: { enterprise: "reason" },
  },
  noteReference: {
    by: ["intake", "supervisor"],
    from: [...open, "closed"],
    outcomes: { noted: { to: "same", tells: {} } },
  },
  merge: {
    by: ["intake"],
    from: triage,
    outcomes: { merged: { to: "merged", tells: { enterprise: "merged" } } },
    handles: true,
    reads: { enterprise: "reason" },
  },
  moveToClue: {
    by: ["intake"],
    from: triage,
    outcomes: { moved: { to: "clue", tells: { enterprise: "clueReceived", discipline: "clueArrived" } } },
    handles: true,
  },
  acceptClue: {
    by: ["discipline"],
    from: ["clue"],
    outcomes: { accepted: { to: "same", tells: { enterprise: "clueAccepted" } } },
    reads: { enterprise: "words" },
  },
  noteClue: {
    by: ["discipline"],
    from: ["clue"],
    outcomes: { noted: { to: "same", tells: {} } },
    isInternal: true,
  },
  // A clue that was concluded keeps its status, and with it its place out of everybody's sight.
  concludeClue: {
    by: ["discipline"],
    from: ["clue"],
    outcomes: { concluded: { to: "same", tells: { enterprise: "clueConcluded" } } },
    reads: { enterprise: "words" },
  },
  returnFromClue: {
    by: ["discipline"],
    from: ["clue"],
    outcomes: {
      returned: { to: "submitted", tells: { enterprise: "clueReturned", intake: "clueReturned" } },
    },
    reads: { enterprise: "reason" },
  },
  recuse: {
    by: ["intake", "supervisor", "discipline"],
    from: ["submitted", "supplementing", "accepted", ...open, "clue"],
    outcomes: { recused: { to: "same", tells: {} } },
  },
  split: {
    by: ["intake", "worker"],
    from: ["merged"],
    outcomes: {
      split: { to: "submitted", tells: { enterprise: "split" } },
      // What it followed came to nothing: without the office's own look nobody would ever answer it.
      leftBehind: { to: "submitted", tells: { enterprise: "split", intake: "submitted" } },
    },
    handles: true,
    reads: { enterprise: "reason" },
  },
  assign: {
    by: ["intake"],
    from: triage,
    outcomes: {
      assigned: {
        to: "handling",
        tells: { enterprise: "assigned", followers: "primaryMoved", departments: "assignedToYou" },
      },
    },
    handles: true,
  },
  addAssisting: {
    by: ["intake"],
    from: ["handling", "verifying", "rectifying"],
    outcomes: {
      added: { to: "same", tells: { departments: "assignedToYou" } },
      // A department signs and replies only while the complaint is handled.
      handledAgain: { to: "handling", tells: { departments: "assignedToYou" } },
    },
    handles: true,
  },
  sign: {
    by: ["department"],
    from: ["handling"],
    assignment: ["dispatched"],
    outcomes: { signed: { to: "same", tells: { enterprise: "signed" } } },
    reads: { department: "officer" },
  },
  returnAssignment: {
    by: ["department"],
    from: ["handling"],
    assignment: ["dispatched", "signed"],
    outcomes: { returned: { to: "same", tells: { intake: "returned" } } },
    reads: { department: "reason" },
  },
  ruleOnReturn: {
    by: ["intake"],
    from: ["handling"],
    assignment: ["returning"],
    outcomes: {
      refused: { to: "same", tells: { department: "returnRuled" } },
      upheld: { to: "same", tells: { department: "recalled", departments: "assignedToYou" } },
    },
    handles: true,
    reads: { department: "reason" },
  },
  nameOfficer: {
    by: ["department"],
    from: ["handling"],
    assignment: inHand,
    outcomes: { named: { to: "same", tells: {} } },
    reads: { department: "officer" },
  },
  askExtension: {
    by: ["department"],
    from: ["handling"],
    assignment: inHand,
    outcomes: { asked: { to: "same", tells: { supervisors: "extensionAsked" } } },
    reads: { department: "reason" },
  },
  ruleOnExtension: {
    by: ["supervisor"],
    // Asked in time, it is decided even when the reply has come meanwhile: was that in time or late?
    from: ["handling", "verifying"],
    assignment: [...inHand, "returning", "replied"],
    outcomes: {
      granted: { to: "same", tells: { department: "extensionGranted", enterprise: "extended" } },
      refused: { to: "same", tells: { department: "extensionRefused" } },
    },
    handles: true,
    reads: { enterprise: "reason", department: "reason" },
  },
  redate: {
    by: ["worker"],
    from: ["submitted", "supplementing", "accepted", "clue", ...open, "closed", "declined"],
    outcomes: {
      moved: { to: "same", tells: { departments: "dateMoved" } },
      movedOwn: { to: "same", tells: {} },
    },
  },
  recordFirstContact: {
    by: ["department"],
    from: ["handling"],
    assignment: inHand,
    outcomes: { contacted: { to: "same", tells: { enterprise: "firstContact" } } },
    reads: { department: "note" },
  },
  reply: {
    by: ["department"],
    from: ["handling"],
    assignment: inHand,
    outcomes: {
      waiting: { to: "same", tells: { supervisors: "replied" } },
      complete: { to: "verifying", tells: { supervisors: "replied" } },
    },
    reads: { department: "words" },
  },
  promiseMeasure: {
    by: ["department"],
    from: ["handling", "verifying", "feedback", "rectifying"],
    assignment: ["signed", "redo", "replied", "accepted"],
    outcomes: { promised: { to: "same", tells: {} } },
    reads: { department: "words" },
  },
  reportMeasure: {
    by: ["department"],
    from: open,
    assignment: ["signed", "redo", "replied", "accepted"],
    measure: true,
    outcomes: {
      reported: { to: "same", tells: { supervisors: "measureReported" } },
      last: { from: ["rectifying"], to: "clearing", tells: { supervisors: "writeOffReady" } },
    },
    reads: { department: "report" },
  },
  acceptReply: {
    by: ["supervisor"],
    from: ["verifying"],
    assignment: ["replied"],
    outcomes: { accepted: { to: "same", tells: { department: "replyAccepted" } } },
    handles: true,
    reads: { department: "note" },
  },
  sendBackReply: {
    by: ["supervisor"],
    from: ["verifying"],
    assignment: ["replied"],
    outcomes: { sentBack: { to: "handling", tells: { department: "sentBack" } } },
    handles: true,
    reads: { department: "missing" },
  },
  confirmMeasure: {
    by: ["supervisor"],
    from: open,
    measure: true,
    outcomes: { confirmed: { to: "same", tells: {} } },
    handles: true,
    reads: { department: "note" },
  },
  sendBackMeasure: {
    by: ["supervisor"],
    from: ["rectifying", "clearing"],
    measure: true,
    outcomes: { sentBack: { to: "rectifying", tells: { department: "measureSentBack" } } },
    handles: true,
    reads: { department: "missing" },
  },
  feedBack: {
    by: ["supervisor"],
    from: ["verifying"],
    outcomes: { answered: { to: "feedback", tells: { enterprise: "answered", followers: "primaryMoved" } } },
    handles: true,
    reads: { enterprise: "words" },
  },
  evaluate: {
    by: ["liaison"],
    from: ["feedback"],
    outcomes: {
      settled: { to: "clearing", tells: { supervisors: "evaluated" } },
      promised: { to: "rectifying", tells: { supervisors: "evaluated", departments: "rectifying" } },
      bad: { to: "verifying", tells: { supervisors: "badlyRated" } },
    },
    reads: { enterprise: "reason" },
  },
  // Until the window closes and as long as nobody has acted on the rating before.
  evaluateAgain: {
    by: ["liaison"],
    from: ["verifying", "rectifying", "clearing"],
    outcomes: {
      kept: { to: "same", tells: { supervisors: "evaluated" } },
      settled: { to: "clearing", tells: { supervisors: "evaluated" } },
      promised: { to: "rectifying", tells: { supervisors: "evaluated", departments: "rectifying" } },
      bad: { to: "verifying", tells: { supervisors: "badlyRated" } },
    },
    reads: { enterprise: "reason" },
  },
  lapseEvaluation: {
    by: ["supervisor", "worker"],
    from: ["feedback"],
    outcomes: {
      settled: { to: "clearing", tells: { supervisors: "evaluationLapsed" } },
      promised: { to: "rectifying", tells: { supervisors: "evaluationLapsed", departments: "rectifying" } },
    },
    handles: true,
  },
  recordCallBack: {
    by: ["supervisor"],
    from: ["verifying", "rectifying", "clearing", "withdrawn"],
    outcomes: {
      recorded: { to: "same", tells: {} },
      // Withdrawn under pressure: the commission takes it up again, and no department hears of it.
      pressed: {
        from: ["withdrawn"],
        to: "submitted",
        tells: { enterprise: "reopened", intake: "reopened" },
      },
    },
    handles: true,
  },
  rework: {
    by: ["supervisor"],
    from: ["verifying", "clearing"],
    outcomes: { again: { to: "handling", tells: { enterprise: "rework", departments: "sentBack" } } },
    handles: true,
    reads: { enterprise: "reason", department: "missing" },
  },
  waiveRework: {
    by: ["supervisor"],
    from: ["verifying"],
    outcomes: {
      settled: { to: "clearing", tells: { enterprise: "reworkWaived" } },
      promised: { to: "rectifying", tells: { enterprise: "reworkWaived", departments: "rectifying" } },
    },
    handles: true,
    reads: { enterprise: "reason" },
  },
  applyWriteOff: {
    by: ["department", "supervisor"],
    from: ["clearing"],
    outcomes: { applied: { to: "same", tells: { supervisors: "writeOffApplied" } } },
    handles: true,
    reads: { department: "words" },
  },
  approveWriteOff: {
    by: ["supervisor"],
    from: ["clearing"],
    outcomes: {
      firstLine: { to: "same", tells: { supervisors: "writeOffReady" } },
      closed: {
        to: "closed",
        tells: { enterprise: "writtenOff", followers: "primaryMoved", departments: "writtenOff" },
      },
    },
    reads: { enterprise: "words" },
  },
  refuseWriteOff: {
    by: ["supervisor"],
    from: ["clearing"],
    outcomes: { refused: { to: "verifying", tells: { supervisors: "writeOffRefused" } } },
  },
  lookBack: {
    by: ["supervisor"],
    from: ["closed"],
    outcomes: {
      held: { to: "same", tells: { enterprise: "lookedBack" } },
      relapsed: { to: "handling", tells: { enterprise: "reopened", departments: "reopened" } },
    },
  },
  reopen: {
    by: ["supervisor"],
    from: ["closed", "declined", "referenced", "withdrawn"],
    outcomes: {
      again: { from: ["closed"], to: "handling", tells: { enterprise: "reopened", departments: "reopened" } },
      anew: {
        from: ["declined", "referenced", "withdrawn"],
        to: "submitted",
        tells: { enterprise: "reopened", intake: "submitted" },
      },
    },
    reads: { enterprise: "reason" },
  },
  withdraw: {
    by: ["liaison"],
    from: ["submitted", "supplementing", "accepted", ...open],
    outcomes: {
      withdrawn: { to: "withdrawn", tells: { supervisors: "withdrawn", departments: "recalled" } },
    },
    reads: { enterprise: "reason" },
  },
  askReview: {
    by: ["liaison"],
    from: ["declined"],
    outcomes: { asked: { to: "same", tells: { supervisors: "reviewAsked" } } },
    reads: { enterprise: "reason" },
  },
  answerReview: {
    by: ["supervisor"],
    from: ["declined"],
    outcomes: {
      upheld: { to: "same", tells: { enterprise: "reviewAnswered" } },
      granted: { to: "submitted", tells: { enterprise: "reviewAnswered", intake: "submitted" } },
    },
    reads: { enterprise: "reason" },
  },
  raiseDisclosure: {
    by: ["liaison"],
    from: COMPLAINT_STATUSES,
    outcomes: { raised: { to: "same", tells: { owner: "disclosureRaised" } } },
  },
  askUnsealing: {
    by: ["intake", "supervisor", "discipline"],
    from: COMPLAINT_STATUSES,
    outcomes: {
      asked: { to: "same", tells: { custodians: "unsealingAsked", enterprise: "unsealingAsked" } },
    },
    isNote: true,
    reads: { enterprise: "purpose" },
  },
  approveUnsealing: {
    by: ["custodian"],
    from: COMPLAINT_STATUSES,
    outcomes: {
      first: { to: "same", tells: {} },
      approved: { to: "same", tells: { enterprise: "unsealingApproved", unsealer: "unsealingApproved" } },
    },
    isNote: true,
  },
  refuseUnsealing: {
    by: ["custodian"],
    from: COMPLAINT_STATUSES,
    outcomes: {
      refused: { to: "same", tells: { enterprise: "unsealingRefused", unsealer: "unsealingRefused" } },
    },
    isNote: true,
  },
  endUnsealing: {
    by: ["intake", "supervisor", "discipline", "custodian"],
    from: COMPLAINT_STATUSES,
    outcomes: { ended: { to: "same", tells: { enterprise: "unsealingEnded", unsealer: "unsealingEnded" } } },
    isNote: true,
  },
  askErasure: {
    by: ["supervisor", "discipline"],
    from: [...ended, "clue"],
    outcomes: {
      asked: { from: ended, to: "same", tells: { supervisors: "erasureAsked" } },
      askedOfClue: { from: ["clue"], to: "same", tells: { discipline: "erasureAsked" } },
    },
  },
  approveErasure: {
    by: ["supervisor", "discipline"],
    from: [...ended, "clue"],
    outcomes: { erased: { to: "same", tells: { enterprise: "erased" }, erases: true } },
  },
  refuseErasure: {
    by: ["supervisor", "discipline"],
    from: [...ended, "clue"],
    outcomes: {
      refused: { from: ended, to: "same", tells: { supervisors: "erasureRefused" } },
      refusedOfClue: { from: ["clue"], to: "same", tells: { discipline: "erasureRefused" } },
    },
  },
  reportRetaliation: {
    by: ["liaison"],
    from: COMPLAINT_STATUSES,
    outcomes: { reported: { to: "same", tells: {}, creates: "retaliation" } },
    reads: { enterprise: "words" },
    evenErased: true,
  },
  askRetaliation: {
    by: ["worker"],
    from: COMPLAINT_STATUSES,
    outcomes: { asked: { to: "same", tells: { enterprise: "retaliationAsked" } } },
    isNote: true,
  },
  answerQuestion: {
    by: ["liaison"],
    from: COMPLAINT_STATUSES,
    outcomes: {
      no: { to: "same", tells: {} },
      yes: { to: "same", tells: {}, creates: "retaliation" },
    },
    reads: { enterprise: "words" },
  },
  climb: {
    by: ["worker"],
    from: [...triage, "clue", ...open, "closed", "declined"],
    outcomes: {
      reminder: { to: "same", tells: { officers: "reminder" } },
      dueDay: { to: "same", tells: { department: "dueToday" } },
      urging: { to: "same", tells: { department: "urging", leader: "urgingCopy" } },
      circular: {
        to: "same",
        tells: { department: "circular", supervisors: "circular", leader: "circular" },
      },
      talk: { to: "same", tells: { supervisors: "talkDue" } },
      signLate: { to: "same", tells: { department: "signLate", intake: "signLate" } },
      stepLate: { to: "same", tells: { owner: "stepLate" } },
      lookBackDue: { to: "same", tells: { supervisors: "lookBackDue" } },
    },
    isNote: true,
    reads: { department: "rung" },
  },
  lapseSupplement: {
    by: ["worker"],
    from: ["supplementing"],
    outcomes: {
      lapsed: { to: "submitted", tells: { intake: "supplementLapsed", enterprise: "supplementLapsed" } },
    },
  },
} as const satisfies Record<CommandType, Row>;

/** THE table: who may do what in which status, what comes of it, and who is told. All else is derived from it. */
export const lifecycle: Record<CommandType, Row> = table;

export type OutcomeOf<T extends CommandType> = keyof (typeof table)[T]["outcomes"] & string;

/** A clue is the discipline team's, which knows of nothing else; to the commission's other teams there is none. */
export const isInSight = (role: Role | "worker", status: ComplaintStatus): boolean =>
  role === "discipline"
    ? status === "clue"
    : (role !== "intake" && role !== "supervisor") || status !== "clue";

/** The acts that the table allows a role in a status; on an assignment page, also by the assignment's status. */
export function possibleActs(
  role: Role | "worker",
  status: ComplaintStatus,
  assignmentStatus?: AssignmentStatus,
): CommandType[] {
  return (Object.keys(lifecycle) as CommandType[]).filter((type) => {
    const row = lifecycle[type];
    if (!row.by.includes(role) || !row.from.includes(status) || !isInSight(role, status)) return false;
    return !row.assignment || !assignmentStatus || row.assignment.includes(assignmentStatus);
  });
}

/** The acts that an assignment's own status allows its department, which isn't shown the complaint's. */
export function departmentActs(assignmentStatus: AssignmentStatus): CommandType[] {
  return (Object.keys(lifecycle) as CommandType[]).filter((type) => {
    const row = lifecycle[type];
    if (!row.by.includes("department")) return false;
    return row.assignment ? row.assignment.includes(assignmentStatus) : assignmentStatus === "accepted";
  });
}
