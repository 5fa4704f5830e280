import { type PersonActor, worker } from "../../../app/domain/access/actor.ts";
import { calendarOf } from "../../../app/domain/clock/calendar.ts";
import { spansOf } from "../../../app/domain/clock/spans.ts";
import { type Command, type CommandType, commandFields } from "../../../app/domain/complaint/commands.ts";
import type { Assignment, Case, Complaint } from "../../../app/domain/complaint/complaint.ts";
import type { Deciding } from "../../../app/domain/complaint/decide/deciding.ts";
import type { FieldSpec } from "../../../app/domain/complaint/field.ts";
import { nothingReported } from "../../../app/domain/complaint/marks.ts";
import { chineseCalendar } from "../../../db/seed/calendar.ts";
import type { AssignmentStatus, ComplaintStatus, Role } from "../../../db/vocabulary.ts";

const { days, years } = chineseCalendar();
export const calendar = calendarOf(days, years);
export const spansAt = spansOf([]);
export const monday = new Date("2026-03-02T09:30:00+08:00");

export const aComplaint = (status: ComplaintStatus): Complaint => ({
  id: "c1",
  number: "HY2026-00001",
  year: 2026,
  serial: 1,
  draftId: null,
  reporterId: "reporter",
  submittedAt: monday,
  triageFrom: monday,
  kind: "complaint",
  source: "liaisonPoint",
  field: "taxation",
  conduct: "delay",
  disclosure: "confidential",
  title: "t",
  description: "d",
  about: "a",
  place: "",
  sinceOn: null,
  status,
  dueOn: "2026-03-05",
  dueRule: "triage",
  dueFrom: monday,
  grade: null,
  acceptedAt: null,
  keyProblem: false,
  urgent: false,
  linkedId: null,
  leadDepartmentId: null,
  pausedOn: null,
  statusBefore: null,
  primaryId: null,
  declineGround: null,
  declinedAt: null,
  reviewAskedAt: null,
  reviewAnsweredAt: null,
  badRatingPending: false,
  referencedAt: null,
  feedbackAt: null,
  solved: null,
  endedAt: null,
  closedAt: null,
  lookBacks: 0,
  reopenings: 0,
  version: 1,
});

export const anAssignment = (status: AssignmentStatus, more: Partial<Assignment> = {}): Assignment => ({
  id: "a1",
  complaintId: "c1",
  code: "JB-2222-3333",
  departmentId: "d1",
  part: "lead",
  status,
  brief: "b",
  namedPoint: null,
  dispatchedAt: monday,
  signDueOn: "2026-03-03",
  contactDueOn: "2026-03-04",
  returnDueOn: "2026-03-04",
  replyDueOn: "2026-03-09",
  originalReplyDueOn: "2026-03-09",
  dueRule: "replyC",
  dueFrom: monday,
  round: 1,
  signedAt: null,
  officer: null,
  firstContactAt: null,
  contactWay: null,
  contactNote: null,
  repliedAt: null,
  acceptedAt: null,
  returnedAt: null,
  returnReason: null,
  rightDepartmentId: null,
  ruling: null,
  rulingReason: null,
  missing: null,
  recalledAt: null,
  settledAt: null,
  version: 1,
  ...more,
});

/** A case with nothing in it but the complaint and what is given. */
export const aCase = (complaint: Complaint, rows: Partial<Case> = {}): Case => ({
  complaint,
  reporter: { liaisonPointId: "point", personId: "contact" },
  assignment: [],
  reply: [],
  measure: [],
  writeOff: [],
  supplement: [],
  answer: [],
  evaluation: [],
  callBack: [],
  lookBack: [],
  reference: [],
  question: [],
  evidence: [],
  releasedAttachment: [],
  pause: [],
  extension: [],
  ladderStep: [],
  urging: [],
  clue: [],
  recusal: [],
  unsealing: [],
  unsealingVote: [],
  erasureRequest: [],
  erasure: [],
  ...rows,
});

const somebody = (kind: Role): PersonActor => ({
  kind,
  personId: "me",
  name: "我",
  nameEn: null,
  locale: "zh-CN",
  post: null,
  liaisonPointId: null,
  departmentId: kind === "department" ? "d1" : null,
  sessionId: "s",
  key: "",
});

interface Given {
  status: ComplaintStatus;
  role: Role | "worker";
  rows?: Partial<Case>;
  complaint?: Partial<Complaint>;
  handlers?: string[];
}

/** Everything that a decision looks at, on a Monday morning. */
export function deciding({ status, role, rows = {}, complaint = {}, handlers = [] }: Given): Deciding {
  const matter = aCase({ ...aComplaint(status), ...complaint }, rows);
  let made = 0;
  return {
    matter,
    around: {
      handlers,
      original:
        complaint.disclosure === "named" ? nothingReported : { ...nothingReported, name: ["云岭精密"] },
      pointName: "云岭精密",
      attachments: [],
      departmentIds: ["d1", "d2", "d3"],
      complainedOf: [],
      recusable: ["su", "qin", "me"],
      readers: [],
      mergedIds: [],
      before: { followed: null, isLinkedWhole: false },
      primary: null,
      nextUrging: { year: 2026, serial: 7 },
    },
    actor: role === "worker" ? worker : somebody(role),
    at: monday,
    calendar,
    spans: spansAt(monday),
    spansAt,
    newId: () => `new${++made}`,
    newCode: () => `JB-${++made}`,
    assignment: matter.assignment[0] ?? null,
    measure: matter.measure[0] ?? null,
  };
}

function valueFor(spec: FieldSpec): unknown {
  switch (spec.kind) {
    case "choice":
      return spec.options[0];
    case "flag":
      return false;
    case "departments":
    case "release":
    case "files":
      return [];
    case "day":
      return "2026-03-20";
    case "department":
      return "d2";
    case "number":
      return "HY2026-00002";
    default:
      return "话";
  }
}

/** A well-formed command of any type. */
export function sample(type: CommandType): Command {
  const values = Object.entries(commandFields[type]).map(([name, spec]) => [
    name,
    valueFor(spec as FieldSpec),
  ]);
  return { type, ...Object.fromEntries(values) } as Command;
}
