import { and, eq, gte, lt, notExists, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { QUESTION_DAYS, type QuestionDay } from "../../../db/vocabulary.ts";
import { isWorkingDay } from "./calendar.ts";
import { addDays, type Day, dayOf, officeDay, openedDay } from "./day.ts";
import type { Finder } from "./finder.server.ts";

const { complaint, question } = schema;

/** So many days late it is still asked; after that nobody would know which answer it is about. */
const LATE_DAYS = 60;

const midnight = (day: Day) => new Date(`${day}T00:00:00+08:00`);
const answeredOn = sql`(${complaint.feedbackAt} at time zone 'Asia/Shanghai')::date`;

/** Finds whom to ask whether they were treated worse since the answer. Word goes out at once, so in office hours only. */
const questionsAfter =
  (nth: QuestionDay): Finder =>
  async (tx, { at, calendar, limit }) => {
    const today = dayOf(at);
    const isOpen = isWorkingDay(calendar, today) && openedDay(at) === today && officeDay(at) === today;
    if (!isOpen) return [];
    // On a working day every answer that is so many days old is one whose question has come.
    const lastOn = addDays(today, -Number(nth));
    const asked = and(
      eq(question.complaintId, complaint.id),
      eq(question.nth, Number(nth)),
      eq(question.sinceOn, answeredOn),
    );
    const rows = await tx
      .select({ number: complaint.number })
      .from(complaint)
      .where(
        and(
          gte(complaint.feedbackAt, midnight(addDays(lastOn, -LATE_DAYS))),
          lt(complaint.feedbackAt, midnight(addDays(lastOn, 1))),
          notExists(tx.select({ id: question.complaintId }).from(question).where(asked)),
        ),
      )
      .orderBy(sql`random()`)
      .limit(limit);
    return rows.map(({ number }) => ({ number, command: { type: "askRetaliation", nth } }));
  };

export const findQuestions: readonly Finder[] = QUESTION_DAYS.map(questionsAfter);
