import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  pgView,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { code, day, id, instant, oneOf } from "../columns.ts";
import {
  type JourneyStep,
  type Locale,
  MAIL_STATUSES,
  MAILINGS,
  type Mailing,
  type MailStatus,
  NOTICE_KINDS,
  type NoticeKind,
} from "../vocabulary.ts";
import { complaint } from "./complaint.ts";
import { oneTimeLink, person } from "./people.ts";
import { reporter } from "./reporter.ts";

/** A line in somebody's bell. `number` is the complaint's, or for a department its assignment's code. */
export const notice = pgTable(
  "notice",
  {
    id: id(),
    personId: uuid().references(() => person.id),
    /** In place of a person: the reporter of a sealed matter, whose own enterprise alone finds it. */
    reporterId: uuid().references(() => reporter.id),
    kind: code<NoticeKind>().notNull(),
    number: text().notNull(),
    dueOn: day(),
    path: text().notNull(),
    /** The complaint that it is about, from whose readers alone it is not hidden. */
    complaintId: uuid().references(() => complaint.id),
    eventId: uuid().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
    /** Waits for its person's next digest; with `digestId` it went into that mail. */
    mailing: code<Mailing>().notNull().default("single"),
    digestId: uuid(),
  },
  (t) => [
    check("a_notice_has_a_kind", oneOf(t.kind, NOTICE_KINDS)),
    check("a_notice_has_one_reader", sql`num_nonnulls(${t.personId}, ${t.reporterId}) = 1`),
    index("notice_by_reporter").on(t.reporterId).where(sql`${t.reporterId} is not null`),
    index("notice_by_person").on(t.personId, t.createdAt.desc(), t.id.desc()),
    check("a_notice_is_mailed_singly_or_in_a_digest", oneOf(t.mailing, MAILINGS)),
    index("notice_for_digest")
      .on(t.personId, t.createdAt)
      .where(sql`${t.mailing} = 'digest' and ${t.digestId} is null`),
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
    /** Of word about a new device: its browser and system. */
    device: text(),
    complaintId: uuid().references(() => complaint.id),
    eventId: uuid(),
    locale: code<Locale>().notNull(),
    status: code<MailStatus>().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    leasedUntil: instant(),
    providerId: text(),
    lastError: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    /** When the provider last said something of it. */
    settledAt: instant(),
    /** The mail that this one repeats, on somebody's request. */
    repeats: uuid(),
    /** Of a digest: the office morning it is for, and how many matters it names. */
    digestOn: day(),
    items: integer(),
  },
  (t) => [
    check("a_mail_has_a_kind", oneOf(t.kind, NOTICE_KINDS)),
    check("a_mail_has_a_status", oneOf(t.status, MAIL_STATUSES)),
    index("mail_by_creation").on(t.createdAt.desc(), t.id.desc()),
    index("mail_by_status").on(t.status, t.createdAt.desc(), t.id.desc()),
    index("mail_by_person").on(t.personId, t.createdAt.desc()),
    index("mail_by_number").on(t.number),
    index("mail_by_repeated").on(t.repeats).where(sql`${t.repeats} is not null`),
    index("mail_by_provider").on(t.providerId),
    uniqueIndex("a_person_has_one_digest_of_a_kind_a_morning").on(t.personId, t.kind, t.digestOn),
  ],
);

/** The mail ledger as its administrator reads it; the database makes it (db/actors.sql). */
export const mailLedger = pgView("mail_ledger", {
  id: uuid().notNull(),
  personId: uuid().notNull(),
  kind: code<NoticeKind>().notNull(),
  /** Not of what was sent to a contact: beside a person it would tell who reported what. */
  number: text(),
  isContact: boolean().notNull(),
  status: code<MailStatus>().notNull(),
  attempts: integer().notNull(),
  lastError: text(),
  createdAt: instant().notNull(),
  repeats: uuid(),
  hasLink: boolean().notNull(),
  isLinkUnused: boolean().notNull(),
  linkExpiresAt: instant(),
}).existing();

/** What the provider said of a mail, each message once, in whatever order it came. */
export const mailEvent = pgTable(
  "mail_event",
  {
    /** The provider's own id of the message: the same one again is the same message. */
    id: text().primaryKey(),
    mailId: uuid().references(() => mail.id),
    status: code<MailStatus>().notNull(),
    at: instant().notNull(),
    receivedAt: instant().notNull(),
    detail: text(),
  },
  (t) => [index("mail_event_by_mail").on(t.mailId)],
);

/** Somebody whose mails come back: a task for intake until it is settled. */
export const unreachable = pgTable(
  "unreachable",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    mailId: uuid()
      .notNull()
      .references(() => mail.id),
    since: instant().notNull(),
    why: text().notNull(),
    settledAt: instant(),
    settledById: uuid().references(() => person.id),
    note: text(),
  },
  (t) => [uniqueIndex("a_person_is_unreachable_once").on(t.personId).where(sql`${t.settledAt} is null`)],
);
