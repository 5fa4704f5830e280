import { eq, inArray } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { titleOf } from "../assignment/title.ts";
import { titlesOf } from "../complaint/enterprise-view.server.ts";

const { assignment, complaint, department, event } = schema;

/** What matters are called by those whom a notice tells of them, by number; of what the reader may not know, nothing. */
export async function subjectsOf(
  tx: Tx,
  actor: PersonActor,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  switch (actor.kind) {
    case "liaison":
      return titlesOf(tx, actor, numbers);
    case "department": {
      const { code, brief } = assignment;
      const rows = await tx
        .select({ code, brief })
        .from(assignment)
        .where(inArray(code, [...numbers]));
      return new Map(rows.map((row) => [row.code, titleOf(row.brief)]));
    }
    case "intake":
    case "supervisor":
    case "discipline": {
      const { number, title } = complaint;
      const rows = await tx
        .select({ number, title })
        .from(complaint)
        .where(inArray(number, [...numbers]));
      return new Map(rows.map((row) => [row.number, row.title]));
    }
    default:
      return new Map();
  }
}

/** Whose part of a matter the commission is told of, by the event that told it: of two that are late, which. */
export async function departmentsTold(
  tx: Tx,
  { kind }: PersonActor,
  events: readonly string[],
  locale: Locale,
): Promise<Map<string, string>> {
  if (kind !== "intake" && kind !== "supervisor" && kind !== "discipline") return new Map();
  const rows = await tx
    .select({ id: event.id, name: locale === "en" ? department.nameEn : department.name })
    .from(event)
    .innerJoin(assignment, eq(assignment.id, event.assignmentId))
    .innerJoin(department, eq(department.id, assignment.departmentId))
    .where(inArray(event.id, [...events]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
