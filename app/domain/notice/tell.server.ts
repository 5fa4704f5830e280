import { and, eq, inArray } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { JourneyStep, Locale, NoticeKind } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Assignment, Complaint } from "../complaint/complaint.ts";
import type { Audience } from "../complaint/lifecycle.ts";
import { newId } from "../people/new-id.ts";
import { enqueueMails } from "./enqueue.server.ts";

export interface Telling {
  tells: readonly (readonly [Audience, NoticeKind])[];
  complaint: Complaint;
  /** The assignments whose departments are `departments`, and the one acted on, which is `department`. */
  touched: readonly Assignment[];
  assignment: Assignment | null;
  step: JourneyStep;
  eventId: string;
  at: Date;
  /** Who acted, and so needn't be told. */
  actorId: string;
}

interface Recipient {
  personId: string;
  locale: Locale;
  kind: NoticeKind;
  number: string;
  dueOn: string | null;
  path: string;
}

const active = eq(schema.person.status, "active");
const who = { personId: schema.person.id, locale: schema.person.locale };

async function recipients(tx: Tx, on: Telling, audience: Audience, kind: NoticeKind): Promise<Recipient[]> {
  const { complaint } = on;
  const { person } = schema;
  const enterprise = {
    kind,
    number: complaint.number,
    dueOn: complaint.dueOn,
    path: `/liaison/complaints/${complaint.number}`,
  };
  const desk = { ...enterprise, path: `/desk/complaints/${complaint.number}` };
  switch (audience) {
    case "enterprise": {
      const people = await tx
        .select(who)
        .from(person)
        .where(and(eq(person.id, complaint.submittedById), active));
      return people.map((p) => ({ ...p, ...enterprise }));
    }
    case "followers":
      return followers(tx, on, kind);
    case "intake":
    case "supervisors": {
      const role = audience === "intake" ? ("intake" as const) : ("supervisor" as const);
      const people = await tx
        .select(who)
        .from(person)
        .where(and(eq(person.role, role), active));
      return people.map((p) => ({ ...p, ...desk }));
    }
    case "department":
      return officers(tx, on.assignment ? [on.assignment] : [], kind);
    case "departments":
      return officers(tx, on.touched, kind);
  }
}

async function followers(tx: Tx, on: Telling, kind: NoticeKind): Promise<Recipient[]> {
  const rows = await tx
    .select({ ...who, number: schema.complaint.number })
    .from(schema.complaint)
    .innerJoin(schema.person, eq(schema.person.id, schema.complaint.submittedById))
    .where(and(eq(schema.complaint.primaryId, on.complaint.id), active));
  return rows.map((row) => ({ ...row, kind, dueOn: null, path: `/liaison/complaints/${row.number}` }));
}

async function officers(tx: Tx, assignments: readonly Assignment[], kind: NoticeKind): Promise<Recipient[]> {
  const ids = assignments.map((a) => a.departmentId);
  if (ids.length === 0) return [];
  const people = await tx
    .select({ ...who, departmentId: schema.person.departmentId })
    .from(schema.person)
    .where(and(inArray(schema.person.departmentId, ids), active));
  return assignments.flatMap((a) =>
    people
      .filter((p) => p.departmentId === a.departmentId)
      .map(({ personId, locale }) => ({
        personId,
        locale,
        kind,
        // A department never learns the complaint's number.
        number: a.code,
        dueOn: a.status === "recalled" ? null : a.replyDueOn,
        path: `/department/assignments/${a.code}`,
      })),
  );
}

/** Writes the notices that an event's outcome demands, each with its mail and the mail's job, each once. */
export async function tell(tx: Tx, on: Telling): Promise<void> {
  const all: Recipient[] = [];
  for (const [audience, kind] of on.tells) all.push(...(await recipients(tx, on, audience, kind)));
  const once = new Map(all.map((r) => [`${r.personId} ${r.kind} ${r.number}`, r]));
  const told = [...once.values()].filter((r) => r.personId !== on.actorId);
  if (told.length === 0) return;
  const common = { eventId: on.eventId, createdAt: on.at };
  await tx
    .insert(schema.notice)
    .values(told.map(({ locale: _, ...r }) => ({ id: newId(), ...r, ...common })));
  const mails = told.map((r) => ({ id: newId(), ...r, ...common, journey: on.step }));
  await tx.insert(schema.mail).values(mails);
  await enqueueMails(
    tx,
    mails.map((m) => m.id),
  );
}
