import { and, eq, inArray, isNull, or, gte, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { dayOf } from "../clock/day.ts";
import type { Command } from "./commands.ts";
import type { Case, Surroundings } from "./complaint.ts";
import { lifecycle } from "./lifecycle.ts";

const HANDLING = Object.entries(lifecycle)
  .filter(([, row]) => row.handles)
  .map(([type]) => type);

/** What the rules must know of the world around one case, for one command. */
export async function loadSurroundings(tx: Tx, matter: Case, command: Command, at: Date): Promise<Surroundings> {
  const { complaint, event, person, liaisonPoint, attachment, department } = schema;
  const { id, liaisonPointId, submittedById } = matter.complaint;
  const handlers = await tx
    .selectDistinct({ id: event.actorId })
    .from(event)
    .where(
      and(
        eq(event.complaintId, id),
        inArray(event.command, HANDLING),
        inArray(event.actorKind, ["intake", "supervisor"]),
      ),
    );
  const [point] = await tx.select().from(liaisonPoint).where(eq(liaisonPoint.id, liaisonPointId));
  const [submitter] = await tx.select().from(person).where(eq(person.id, submittedById));
  const today = dayOf(at);
  const bodies = await tx
    .select({ id: department.id })
    .from(department)
    .where(and(sql`${department.validFrom} <= ${today}`, or(isNull(department.validUntil), gte(department.validUntil, today))));
  const merged = await tx.select({ id: complaint.id }).from(complaint).where(eq(complaint.primaryId, id));
  const files =
    command.type === "assign" ? await tx.select().from(attachment).where(eq(attachment.complaintId, id)) : [];
  return {
    handlers: handlers.flatMap((h) => h.id ?? []),
    secrets: [point?.name, point?.shortName, point?.creditCode, submitter?.name, submitter?.nameEn, submitter?.mobile, submitter?.email].filter(
      (name): name is string => Boolean(name),
    ),
    pointName: point?.name ?? "",
    attachments: files,
    departmentIds: bodies.map((b) => b.id),
    mergedIds: merged.map((m) => m.id),
    primary: command.type === "merge" ? await primaryOf(tx, command.primary) : null,
  };
}

async function primaryOf(tx: Tx, number: string): Promise<Surroundings["primary"]> {
  const { id, status, primaryId } = schema.complaint;
  const [row] = await tx
    .select({ id, number: schema.complaint.number, status, primaryId })
    .from(schema.complaint)
    .where(eq(schema.complaint.number, number))
    .for("share");
  return row ?? null;
}
