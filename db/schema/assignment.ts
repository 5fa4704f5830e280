import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { code, day, fileColumns, id, instant, oneOf, version } from "../columns.ts";
import {
  ASSIGNMENT_PARTS,
  ASSIGNMENT_STATUSES,
  type AssignmentPart,
  type AssignmentStatus,
  CONTACT_WAYS,
  type ContactWay,
  MEASURE_STATUSES,
  type MeasureStatus,
  type Ruling,
  WITHHELD,
  type Withheld,
} from "../vocabulary.ts";
import { complaint } from "./complaint.ts";
import { department } from "./people.ts";

/** One complaint in one department's hands. The department's role reads every column but `complaintId`. */
export const assignment = pgTable(
  "assignment",
  {
    id: id(),
    complaintId: uuid()
      .notNull()
      .references(() => complaint.id),
    code: text().notNull().unique(),
    departmentId: uuid()
      .notNull()
      .references(() => department.id),
    part: code<AssignmentPart>().notNull(),
    status: code<AssignmentStatus>().notNull(),
    brief: text().notNull(),
    /** The enterprise's name, only where it agreed to be known. */
    namedPoint: text(),
    dispatchedAt: instant().notNull(),
    signDueOn: day().notNull(),
    contactDueOn: day().notNull(),
    returnDueOn: day().notNull(),
    replyDueOn: day().notNull(),
    originalReplyDueOn: day().notNull(),
    dueRule: text().notNull(),
    dueFrom: instant().notNull(),
    round: integer().notNull().default(1),
    signedAt: instant(),
    officer: text(),
    firstContactAt: instant(),
    contactWay: code<ContactWay>(),
    contactNote: text(),
    repliedAt: instant(),
    acceptedAt: instant(),
    returnedAt: instant(),
    returnReason: text(),
    rightDepartmentId: uuid().references(() => department.id),
    ruling: code<Ruling>(),
    rulingReason: text(),
    missing: text(),
    recalledAt: instant(),
    settledAt: instant(),
    version: version(),
  },
  (t) => [
    check("an_assignment_has_a_status", oneOf(t.status, ASSIGNMENT_STATUSES)),
    check("an_assignment_is_lead_or_assisting", oneOf(t.part, ASSIGNMENT_PARTS)),
    check("a_contact_has_a_way", sql`${t.contactWay} is null or ${oneOf(t.contactWay, CONTACT_WAYS)}`),
    uniqueIndex("a_complaint_has_one_lead_assignment")
      .on(t.complaintId)
      .where(sql`${t.part} = 'lead' and ${t.status} <> 'recalled'`),
    uniqueIndex("a_department_holds_a_complaint_once")
      .on(t.complaintId, t.departmentId)
      .where(sql`${t.status} <> 'recalled'`),
    index("assignment_by_department").on(t.departmentId, t.status, t.replyDueOn),
    index("assignment_by_complaint").on(t.complaintId),
    // The figures of a year, out of the index alone.
    index("assignment_by_contact")
      .on(t.contactDueOn, t.complaintId, t.firstContactAt)
      .where(sql`${t.part} = 'lead' and ${t.status} <> 'recalled'`),
    // Intake's queue: what waits for a ruling.
    index("assignment_returning").on(t.complaintId).where(sql`${t.status} = 'returning'`),
    // A department's own list: what is not settled yet, and its past, the latest first.
    index("assignment_unsettled").on(t.departmentId).where(sql`${t.settledAt} is null`),
    index("assignment_by_dispatch").on(t.departmentId, t.dispatchedAt, t.id),
  ],
);

/** What a department did and says, one a round, with the commission's verdict. */
export const reply = pgTable(
  "reply",
  {
    id: id(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignment.id),
    round: integer().notNull(),
    words: text().notNull(),
    repliedAt: instant().notNull(),
    verdict: code<"accepted" | "sentBack">(),
    missing: text(),
    judgedAt: instant(),
  },
  (t) => [index("reply_by_assignment").on(t.assignmentId)],
);

/** 整改措施: a promised measure. */
export const measure = pgTable(
  "measure",
  {
    id: id(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignment.id),
    words: text().notNull(),
    owner: text().notNull(),
    dueOn: day().notNull(),
    status: code<MeasureStatus>().notNull(),
    promisedAt: instant().notNull(),
    reportedAt: instant(),
    report: text(),
    confirmedAt: instant(),
    missing: text(),
  },
  (t) => [
    check("a_measure_has_a_status", oneOf(t.status, MEASURE_STATUSES)),
    index("measure_by_assignment").on(t.assignmentId),
  ],
);

/** What an enterprise handed in, under the name that it gave. No department may read this table. */
export const attachment = pgTable(
  "attachment",
  {
    ...fileColumns(),
    draftId: uuid(),
    complaintId: uuid().references(() => complaint.id),
    uploadedAt: instant().notNull(),
  },
  (t) => [index("attachment_by_draft").on(t.draftId), index("attachment_by_complaint").on(t.complaintId)],
);

/**
 * The copy of an original that may be released: what is seen of it and nothing else; or why there is none. `text`
 * is what can be read in it, folded, and compared with the enterprise's names whenever it is to be released.
 */
export const cleanedCopy = pgTable(
  "cleaned_copy",
  {
    attachmentId: uuid()
      .primaryKey()
      .references(() => attachment.id),
    cleaner: integer().notNull(),
    withheld: code<Withheld>(),
    bytes: bigint({ mode: "number" }),
    sha256: text(),
    storageKey: text(),
    text: text().notNull().default(""),
    cleanedAt: instant().notNull(),
  },
  (t) => [
    check("a_copy_is_clean_or_withheld", sql`(${t.withheld} is null) = (${t.storageKey} is not null)`),
    check("a_copy_is_withheld_for_a_reason", sql`${t.withheld} is null or ${oneOf(t.withheld, WITHHELD)}`),
  ],
);

/** A copy that staff released to one assignment, under a name that says nothing. */
export const releasedAttachment = pgTable(
  "released_attachment",
  {
    ...fileColumns(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignment.id),
    attachmentId: uuid()
      .notNull()
      .references(() => attachment.id),
    releasedAt: instant().notNull(),
  },
  (t) => [index("released_attachment_by_assignment").on(t.assignmentId)],
);

/** What a department hands in with a reply, or to show that a measure is done. */
export const evidence = pgTable(
  "evidence",
  {
    ...fileColumns(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignment.id),
    replyId: uuid().references(() => reply.id),
    measureId: uuid().references(() => measure.id),
    addedAt: instant().notNull(),
  },
  (t) => [index("evidence_by_assignment").on(t.assignmentId)],
);

/** What happened to an assignment, in the words that its department may read: the department's timeline. */
export const assignmentStep = pgTable(
  "assignment_step",
  {
    id: id(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignment.id),
    command: text().notNull(),
    byCommission: boolean().notNull(),
    officer: text(),
    words: text().notNull().default(""),
    at: instant().notNull(),
  },
  (t) => [index("assignment_step_by_assignment").on(t.assignmentId, t.at)],
);
