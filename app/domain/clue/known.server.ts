import { and, notInArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import { COMMAND_TYPES } from "../complaint/commands.ts";
import type { Case } from "../complaint/complaint.ts";
import { lifecycle } from "../complaint/lifecycle.ts";

const { event, question } = schema;
const after = alias(schema.complaint, "after");
const INTERNAL = COMMAND_TYPES.filter((type) => lifecycle[type].isInternal);

// Asked of the row and not of what was said, which may be erased.
const reportsRetaliation = sql`(${event.command} = 'reportRetaliation'
  or ${event.command} = 'answerQuestion' and exists (select from ${question} where ${question.complaintId} = ${event.complaintId}
    and ${question.answeredAt} = ${event.at} and ${question.worse}))`;

/**
 * The events of a complaint that a team of the commission may know of. What the discipline team noted for itself
 * stays with it. And where a report of retaliation has become a clue, the complaint after which it came says
 * nothing of it: the new matter is one that was submitted at the instant of the report.
 */
export function isKnownTo(role: Role): SQL | undefined {
  if (role === "discipline") return undefined;
  return and(
    notInArray(event.command, INTERNAL),
    sql`(not ${reportsRetaliation} or exists (
      select from ${schema.complaint} ${after} where ${after.linkedId} = ${event.complaintId}
        and ${after.submittedAt} = ${event.at} and ${after.status} <> 'clue'))`,
  );
}

/** The answer of an enterprise that was treated worse is as if it had not been given, where its event is not known. */
export function withoutUnknown(matter: Case, events: readonly { at: Date }[]): Case {
  const known = new Set(events.map(({ at }) => at.getTime()));
  const isKnown = (one: Case["question"][number]) =>
    one.worse !== true || known.has(one.answeredAt?.getTime() ?? 0);
  const unanswered = { answeredAt: null, worse: null, words: null };
  return {
    ...matter,
    question: matter.question.map((one) => (isKnown(one) ? one : { ...one, ...unanswered })),
  };
}
