import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, code, day, id, instant, oneOf, version } from "../columns.ts";
import {
  DISTRICTS,
  type District,
  INDUSTRIES,
  type Industry,
  LINK_PURPOSES,
  type LinkPurpose,
  LOCALES,
  type Locale,
  MAILINGS,
  type Mailing,
  PERSON_STATUSES,
  type PersonStatus,
  POINT_SIZES,
  POINT_STATUSES,
  POSTS,
  type PointSize,
  type PointStatus,
  type Post,
  ROLES,
  type Role,
  SESSION_STAGES,
  type SessionStage,
} from "../vocabulary.ts";

/** An appointed enterprise or association. */
export const liaisonPoint = pgTable(
  "liaison_point",
  {
    id: id(),
    code: text().notNull().unique(),
    name: text().notNull(),
    shortName: text().notNull(),
    creditCode: text().notNull().unique(),
    district: code<District>().notNull(),
    industry: code<Industry>().notNull(),
    size: code<PointSize>().notNull(),
    status: code<PointStatus>().notNull().default("active"),
    termStartsOn: day().notNull(),
    termEndsOn: day(),
    version: version(),
  },
  (t) => [
    check("a_liaison_point_lies_in_a_district", oneOf(t.district, DISTRICTS)),
    check("a_liaison_point_has_an_industry", oneOf(t.industry, INDUSTRIES)),
    check("a_liaison_point_has_a_size", oneOf(t.size, POINT_SIZES)),
    check("a_liaison_point_has_a_status", oneOf(t.status, POINT_STATUSES)),
    check("a_credit_code_has_18_characters", sql`length(${t.creditCode}) = 18`),
    index("liaison_point_by_status").on(t.status, t.code),
  ],
);

/** A government body, with the days between which it exists. */
export const department = pgTable("department", {
  id: id(),
  code: text().notNull().unique(),
  name: text().notNull(),
  nameEn: text().notNull(),
  district: code<District>(),
  validFrom: day().notNull(),
  validUntil: day(),
  leaderId: uuid(),
});

/** Everybody who can sign in. */
export const person = pgTable(
  "person",
  {
    id: id(),
    name: text().notNull(),
    nameEn: text(),
    email: text().notNull(),
    mobile: text(),
    role: code<Role>().notNull(),
    post: code<Post>(),
    liaisonPointId: uuid().references(() => liaisonPoint.id),
    departmentId: uuid().references(() => department.id),
    locale: code<Locale>().notNull().default("zh-CN"),
    mailing: code<Mailing>().notNull().default("single"),
    status: code<PersonStatus>().notNull().default("invited"),
    passwordHash: text(),
    /** When its owner chose it; null where somebody else did. */
    passwordSetAt: instant(),
    createdAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("an_email_belongs_to_one_person").on(sql`lower(${t.email})`),
    check("a_person_has_a_role", oneOf(t.role, ROLES)),
    check("a_person_has_a_status", oneOf(t.status, PERSON_STATUSES)),
    check("a_person_reads_a_language", oneOf(t.locale, LOCALES)),
    check("a_person_has_mails_singly_or_as_a_digest", oneOf(t.mailing, MAILINGS)),
    check("a_post_is_officer_or_approver", sql`${t.post} is null or ${oneOf(t.post, POSTS)}`),
    check(
      "a_contact_belongs_to_a_liaison_point",
      sql`(${t.role} = 'liaison') = (${t.liaisonPointId} is not null)`,
    ),
    check(
      "an_officer_belongs_to_a_department",
      sql`(${t.role} = 'department') = (${t.departmentId} is not null)`,
    ),
    index("person_by_role").on(t.role, t.status),
    index("person_by_department").on(t.departmentId),
    index("person_by_liaison_point").on(t.liaisonPointId),
  ],
);

/** A signed-in browser. Only the hash of the cookie's secret is kept. */
export const session = pgTable(
  "session",
  {
    id: text().primaryKey(),
    secretHash: bytes().notNull(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    endsAt: instant().notNull(),
    device: text().notNull().default(""),
    /** Half while a second factor is owed: the database knows nobody by it. */
    stage: code<SessionStage>().notNull().default("whole"),
    /** When its holder last proved who they are. */
    provedAt: instant().notNull().defaultNow(),
    /** How often they tried since. */
    tries: integer().notNull().default(0),
  },
  (t) => [
    index("session_by_person").on(t.personId),
    check("a_session_is_half_or_whole", oneOf(t.stage, SESSION_STAGES)),
  ],
);

/** An invitation or a reset; its secret is derived, never stored. */
export const oneTimeLink = pgTable(
  "one_time_link",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    purpose: code<LinkPurpose>().notNull(),
    /** What an evaluation from the mail is about. */
    complaintId: uuid(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    voided: boolean().notNull().default(false),
  },
  (t) => [
    check("a_link_has_a_purpose", oneOf(t.purpose, LINK_PURPOSES)),
    check(
      "a_link_to_evaluate_has_its_complaint",
      sql`(${t.purpose} = 'evaluation') = (${t.complaintId} is not null)`,
    ),
    index("one_time_link_by_person").on(t.personId),
  ],
);
