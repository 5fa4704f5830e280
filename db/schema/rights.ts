import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { chained, code, id, instant, oneOf } from "../columns.ts";
import {
  type Locale,
  type Post,
  RIGHTS_KINDS,
  RIGHTS_VERDICTS,
  type RightsKind,
  type RightsVerdict,
  type Role,
} from "../vocabulary.ts";
import { person } from "./people.ts";

/** What an account may do and where it belongs; the e-mail is part of it, because a reset link goes there. */
export interface Holding {
  name: string;
  nameEn: string | null;
  email: string;
  role: Role;
  post: Post | null;
  departmentId: string | null;
  liaisonPointId: string | null;
  /** Of an account that is to be. */
  mobile?: string | null;
  locale?: Locale;
}

const administrators = ["sysadmin", "secadmin"];

/**
 * What one administrator asks about somebody's rights, for the other to decide. What is done at once (a founding,
 * taking away) is written here too, so that one table tells who was given what. Never changed, and chained as events are.
 */
export const rightsRequest = pgTable(
  "rights_request",
  {
    id: id(),
    /** As people call it: request 12. */
    nth: integer().notNull().generatedByDefaultAsIdentity().unique("a_request_has_its_number"),
    kind: code<RightsKind>().notNull(),
    /** Nobody of a founding, which nobody could have asked for. */
    askedById: uuid().references(() => person.id),
    askedByRole: code<Role>(),
    /** Whose rights; no reference, because who is to be appointed has no account yet. */
    subjectId: uuid().notNull(),
    /** The account's version that was looked at. */
    subjectVersion: integer(),
    before: jsonb().$type<Holding>(),
    after: jsonb().$type<Holding>(),
    reason: text().notNull(),
    askedAt: instant().notNull(),
    ...chained(),
  },
  (t) => [
    uniqueIndex("a_request_for_rights_has_its_place").on(t.seq),
    check("a_request_for_rights_has_a_kind", oneOf(t.kind, RIGHTS_KINDS)),
    check("nobody_asks_for_their_own_rights", sql`${t.askedById} <> ${t.subjectId}`),
    check(
      "an_administrator_asks_for_rights",
      sql`(${t.kind} = 'found') = (${t.askedById} is null) and (${t.kind} = 'found' or ${oneOf(t.askedByRole, administrators)})`,
    ),
    check(
      "a_request_says_what_changes",
      sql`(${t.kind} in ('appoint', 'found', 'move')) = (${t.after} is not null) and (${t.kind} in ('appoint', 'found')) = (${t.before} is null)`,
    ),
    unique("a_request_as_its_decision_knows_it").on(t.id, t.askedById, t.askedByRole, t.subjectId),
    index("rights_request_by_subject").on(t.subjectId),
    index("rights_request_by_time").on(t.askedAt.desc(), t.id.desc()),
  ],
);

/**
 * What became of a request. It carries on who asked and about whom, bound to the request's own row, so that checks hold
 * four eyes. Never changed, and chained.
 */
export const rightsDecision = pgTable(
  "rights_decision",
  {
    id: id(),
    requestId: uuid().notNull().unique("a_request_is_decided_once"),
    askedById: uuid().notNull(),
    askedByRole: code<Role>().notNull(),
    subjectId: uuid().notNull(),
    verdict: code<RightsVerdict>().notNull(),
    byId: uuid()
      .notNull()
      .references(() => person.id),
    byRole: code<Role>().notNull(),
    reason: text().notNull(),
    at: instant().notNull(),
    ...chained(),
  },
  (t) => [
    uniqueIndex("a_decision_on_rights_has_its_place").on(t.seq),
    foreignKey({
      name: "a_decision_is_of_its_request",
      columns: [t.requestId, t.askedById, t.askedByRole, t.subjectId],
      foreignColumns: [
        rightsRequest.id,
        rightsRequest.askedById,
        rightsRequest.askedByRole,
        rightsRequest.subjectId,
      ],
    }),
    check("a_decision_has_a_verdict", oneOf(t.verdict, RIGHTS_VERDICTS)),
    check("nobody_decides_what_they_asked", sql`(${t.verdict} = 'withdrawn') = (${t.byId} = ${t.askedById})`),
    check("nobody_decides_about_themselves", sql`${t.byId} <> ${t.subjectId}`),
    check(
      "the_other_administrator_decides",
      sql`${oneOf(t.byRole, administrators)} and (${t.verdict} = 'withdrawn' or ${t.byRole} <> ${t.askedByRole})`,
    ),
    index("rights_decision_by_subject").on(t.subjectId),
  ],
);
