import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { code, day, id, instant, oneOf } from "../columns.ts";
import {
  type JourneyStep,
  type Locale,
  MAIL_STATUSES,
  type MailStatus,
  NOTICE_KINDS,
  type NoticeKind,
} from "../vocabulary.ts";
import { oneTimeLink, person } from "./people.ts";

/** A line in somebody's bell. `number` is the complaint's, or for a department its assignment's code. */
export const notice = pgTable(
  "notice",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    kind: code<NoticeKind>().notNull(),
    number: text().notNull(),
    dueOn: day(),
    path: text().notNull(),
    eventId: uuid().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    check("a_notice_has_a_kind", oneOf(t.kind, NOTICE_KINDS)),
    index("notice_by_person").on(t.personId, t.createdAt.desc(), t.id.desc()),
    index("unread_notice_by_person").on(t.personId).where(sql`${t.readAt} is null`),
  ],
);

/** The mail ledger: no content, so that what is sent can be rendered again from the row. */
export const mail = pgTable(
  "mail",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    kind: code<NoticeKind>().notNull(),
    number: text(),
    dueOn: day(),
    journey: code<JourneyStep>(),
    path: text().notNull(),
    linkId: uuid().references(() => oneTimeLink.id),
    eventId: uuid(),
    locale: code<Locale>().notNull(),
    status: code<MailStatus>().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    leasedUntil: instant(),
    providerId: text(),
    lastError: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [
    check("a_mail_has_a_kind", oneOf(t.kind, NOTICE_KINDS)),
    check("a_mail_has_a_status", oneOf(t.status, MAIL_STATUSES)),
    index("mail_by_creation").on(t.createdAt.desc(), t.id.desc()),
    index("mail_by_status").on(t.status, t.createdAt.desc(), t.id.desc()),
    index("mail_by_person").on(t.personId, t.createdAt.desc()),
    index("mail_by_number").on(t.number),
  ],
);
