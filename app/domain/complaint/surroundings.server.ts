import { and, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { type Day, dayOf } from "../clock/day.ts";
import { COMMAND_TYPES, type Command, type CommandType } from "./commands.ts";
import type { Case, Complaint, Surroundings } from "./complaint.ts";
import { mayIssueLetter } from "./decide/climb.ts";
import { lifecycle } from "./lifecycle.ts";
import { nextUrging } from "./urging-series.server.ts";

const HANDLING = Object.entries(lifecycle)
  .filter(([, row]) => row.handles)
  .map(([type]) => type);

/** The acts that look at more than the case itself; all others are spared the queries. */
const NAMES_DEPARTMENTS: readonly CommandType[] = [
  "assign",
  "addAssisting",
  "returnAssignment",
  "ruleOnReturn",
];
/** Acts that give a complaint to a department, or to one that has another. */
const ASSIGNS: readonly CommandType[] = ["assign", "addAssisting", "ruleOnReturn", "merge"];
const ASKS_WHO_HANDLED: readonly CommandType[] = ["approveWriteOff", "refuseWriteOff", "lookBack"];
/** Acts whose words a department may come to read. */
const REACHES_DEPARTMENTS: readonly CommandType[] = [
  "assign",
  "addAssisting",
  "lookBack",
  "reopen",
  ...COMMAND_TYPES.filter((type) => lifecycle[type].reads?.department),
];

/** What the rules must know of the world around one case, for one command. */
export async function loadSurroundings(
  tx: Tx,
  matter: Case,
  command: Command,
  at: Date,
): Promise<Surroundings> {
  const { id } = matter.complaint;
  const { type } = command;
  return {
    handlers: ASKS_WHO_HANDLED.includes(type) ? await handlersOf(tx, id) : [],
    ...(REACHES_DEPARTMENTS.includes(type)
      ? await reporterOf(tx, matter.complaint)
      : { secrets: [], pointName: "" }),
    attachments: "release" in command && command.release.length > 0 ? await attachmentsOf(tx, id) : [],
    departmentIds: NAMES_DEPARTMENTS.includes(type) ? await departmentsOn(tx, dayOf(at)) : [],
    complainedOf: ASSIGNS.includes(type) ? await complainedOf(tx, id) : [],
    mergedIds: type === "merge" ? await mergedInto(tx, id) : [],
    primary: type === "merge" ? await primaryOf(tx, command.primary) : null,
    nextUrging: mayIssueLetter(command) ? await nextUrging(tx, at) : null,
  };
}

/** Commission staff who handled a complaint: who did an act that the table says handles it. */
export async function handlersOf(tx: Tx, complaintId: string): Promise<string[]> {
  const { event } = schema;
  const rows = await tx
    .selectDistinct({ id: event.actorId })
    .from(event)
    .where(
      and(
        eq(event.complaintId, complaintId),
        inArray(event.command, HANDLING),
        inArray(event.actorKind, ["intake", "supervisor"]),
      ),
    );
  return rows.flatMap((row) => row.id ?? []);
}

async function reporterOf(tx: Tx, complaint: Complaint) {
  const { person, liaisonPoint: point } = schema;
  const [names] = await tx
    .select({
      point: { name: point.name, shortName: point.shortName, creditCode: point.creditCode },
      who: { name: person.name, nameEn: person.nameEn, mobile: person.mobile, email: person.email },
    })
    .from(point)
    .innerJoin(person, eq(person.id, complaint.submittedById))
    .where(eq(point.id, complaint.liaisonPointId));
  const all = [...Object.values(names?.point ?? {}), ...Object.values(names?.who ?? {})];
  return {
    secrets: all.filter((name): name is string => Boolean(name)),
    pointName: names?.point.name ?? "",
  };
}

function attachmentsOf(tx: Tx, complaintId: string) {
  const { attachment } = schema;
  return tx.select().from(attachment).where(eq(attachment.complaintId, complaintId));
}

/** Departments of the matter in whose course somebody was treated worse, and of those before that one. */
export async function complainedOf(tx: Tx, complaintId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive original as (
      select linked_id as id from complaint where id = ${complaintId}
      union select c.linked_id from complaint c join original o on c.id = o.id
    ) select distinct a.department_id as id from assignment a join original o on o.id = a.complaint_id`);
  return rows.map((row) => row.id);
}

async function departmentsOn(tx: Tx, today: Day): Promise<string[]> {
  const { department } = schema;
  const rows = await tx
    .select({ id: department.id })
    .from(department)
    .where(
      and(
        lte(department.validFrom, today),
        or(isNull(department.validUntil), gte(department.validUntil, today)),
      ),
    );
  return rows.map((row) => row.id);
}

async function mergedInto(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .select({ id: schema.complaint.id })
    .from(schema.complaint)
    .where(eq(schema.complaint.primaryId, id));
  return rows.map((row) => row.id);
}

async function primaryOf(tx: Tx, number: string): Promise<Surroundings["primary"]> {
  const { id, status, primaryId, leadDepartmentId } = schema.complaint;
  const [row] = await tx
    .select({ id, number: schema.complaint.number, status, primaryId, leadDepartmentId })
    .from(schema.complaint)
    .where(eq(schema.complaint.number, number))
    .for("share");
  return row ?? null;
}
