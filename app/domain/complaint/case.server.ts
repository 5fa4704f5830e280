import { asc, eq, inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Case, Complaint } from "./complaint.ts";

/** Every table whose rows acts add or change, by its name in the rules. */
export const tables = {
  complaint: schema.complaint,
  assignment: schema.assignment,
  reply: schema.reply,
  measure: schema.measure,
  writeOff: schema.writeOff,
  supplement: schema.supplement,
  answer: schema.answer,
  evaluation: schema.evaluation,
  callBack: schema.callBack,
  lookBack: schema.lookBack,
  reference: schema.reference,
  evidence: schema.evidence,
  releasedAttachment: schema.releasedAttachment,
} as const;

/** The complaint of a number, locked until the transaction ends; null when there is none. */
export async function lockByNumber(tx: Tx, number: string): Promise<Complaint | null> {
  const [row] = await tx
    .select()
    .from(schema.complaint)
    .where(eq(schema.complaint.number, number))
    .for("update");
  return row ?? null;
}

/** The complaint behind an assignment's code, locked; null when there is none. */
export async function lockByCode(tx: Tx, code: string): Promise<Complaint | null> {
  const of = tx
    .select({ id: schema.assignment.complaintId })
    .from(schema.assignment)
    .where(eq(schema.assignment.code, code));
  const [row] = await tx
    .select()
    .from(schema.complaint)
    .where(inArray(schema.complaint.id, of))
    .for("update");
  return row ?? null;
}

/** All rows of one complaint, oldest first in every list: ids are made in order of time. */
export async function loadCase(tx: Tx, complaint: Complaint): Promise<Case> {
  const { id } = complaint;
  const assignment = await tx
    .select()
    .from(schema.assignment)
    .where(eq(schema.assignment.complaintId, id))
    .orderBy(asc(schema.assignment.id));
  const ids = assignment.map((a) => a.id);
  const ofAssignments = <T extends "reply" | "measure" | "evidence" | "releasedAttachment">(name: T) =>
    ids.length === 0
      ? []
      : tx
          .select()
          .from(tables[name] as typeof schema.reply)
          .where(inArray((tables[name] as typeof schema.reply).assignmentId, ids))
          .orderBy(asc(sql`id`));
  const ofComplaint = <
    T extends "writeOff" | "supplement" | "answer" | "evaluation" | "callBack" | "lookBack" | "reference",
  >(
    name: T,
  ) =>
    tx
      .select()
      .from(tables[name] as typeof schema.answer)
      .where(eq((tables[name] as typeof schema.answer).complaintId, id))
      .orderBy(asc(sql`id`));
  // Nothing is rated, applied for or looked back at before the first answer was given.
  const isAnswered = complaint.feedbackAt !== null;
  const sinceAnswer = async (name: "writeOff" | "answer" | "evaluation" | "lookBack") =>
    isAnswered ? await ofComplaint(name) : [];
  return {
    complaint,
    assignment,
    reply: (await ofAssignments("reply")) as Case["reply"],
    measure: (await ofAssignments("measure")) as unknown as Case["measure"],
    evidence: (await ofAssignments("evidence")) as unknown as Case["evidence"],
    releasedAttachment: (await ofAssignments("releasedAttachment")) as unknown as Case["releasedAttachment"],
    writeOff: (await sinceAnswer("writeOff")) as unknown as Case["writeOff"],
    supplement: (await ofComplaint("supplement")) as unknown as Case["supplement"],
    answer: (await sinceAnswer("answer")) as Case["answer"],
    evaluation: (await sinceAnswer("evaluation")) as unknown as Case["evaluation"],
    callBack: (await ofComplaint("callBack")) as unknown as Case["callBack"],
    lookBack: (await sinceAnswer("lookBack")) as unknown as Case["lookBack"],
    reference: (await ofComplaint("reference")) as unknown as Case["reference"],
  };
}
