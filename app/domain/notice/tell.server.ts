import { and, eq, inArray, or } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { JourneyStep, Locale, NoticeKind, Role } from "../../../db/vocabulary.ts";
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
  /** Who acted, and so needn't be told; null when the hub itself did. */
  actorId: string | null;
}

interface Reader {
  personId: string;
  locale: Locale;
  role: Role;
  departmentId: string | null;
}

interface Recipient extends Pick<Reader, "personId" | "locale"> {
  kind: NoticeKind;
  number: string;
  dueOn: string | null;
  path: string;
}

const { complaint: complaints, person } = schema;
const active = eq(person.status, "active");
const who = {
  personId: person.id,
  locale: person.locale,
  role: person.role,
  departmentId: person.departmentId,
};

/** Everybody whom an act may concern, in one look: the enterprise, the commission's teams, the departments. */
async function readersOf(tx: Tx, { tells, complaint, touched, assignment }: Telling): Promise<Reader[]> {
  const audiences = new Set(tells.map(([audience]) => audience));
  const roles = new Map<Audience, Role>([
    ["intake", "intake"],
    ["supervisors", "supervisor"],
  ]);
  const bodies = [
    ...(audiences.has("departments") ? touched : []),
    ...(audiences.has("department") && assignment ? [assignment] : []),
  ].map((a) => a.departmentId);
  const asked = [...audiences].flatMap((audience) => roles.get(audience) ?? []);
  const any = [
    audiences.has("enterprise") ? eq(person.id, complaint.submittedById) : undefined,
    asked.length > 0 ? inArray(person.role, asked) : undefined,
    bodies.length > 0 ? inArray(person.departmentId, bodies) : undefined,
  ].filter((condition) => condition !== undefined);
  if (any.length === 0) return [];
  return tx
    .select(who)
    .from(person)
    .where(and(or(...any), active));
}

function recipients(
  readers: readonly Reader[],
  on: Telling,
  audience: Exclude<Audience, "followers">,
  kind: NoticeKind,
): Recipient[] {
  const { number, dueOn, submittedById } = on.complaint;
  const tellAll = (isMeant: (reader: Reader) => boolean, path: string) =>
    readers.filter(isMeant).map(({ personId, locale }) => ({ personId, locale, kind, number, dueOn, path }));
  switch (audience) {
    case "enterprise":
      return tellAll(({ personId }) => personId === submittedById, `/liaison/complaints/${number}`);
    case "intake":
      return tellAll(({ role }) => role === "intake", `/desk/complaints/${number}`);
    case "supervisors":
      return tellAll(({ role }) => role === "supervisor", `/desk/complaints/${number}`);
    case "department":
      return officers(readers, on.assignment ? [on.assignment] : [], kind);
    case "departments":
      return officers(readers, on.touched, kind);
  }
}

function officers(
  readers: readonly Reader[],
  assignments: readonly Assignment[],
  kind: NoticeKind,
): Recipient[] {
  return assignments.flatMap((a) =>
    readers
      .filter((reader) => reader.departmentId === a.departmentId)
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

async function followers(tx: Tx, on: Telling, kind: NoticeKind): Promise<Recipient[]> {
  const rows = await tx
    .select({ personId: person.id, locale: person.locale, number: complaints.number })
    .from(complaints)
    .innerJoin(person, eq(person.id, complaints.submittedById))
    .where(and(eq(complaints.primaryId, on.complaint.id), active));
  return rows.map((row) => ({ ...row, kind, dueOn: null, path: `/liaison/complaints/${row.number}` }));
}

/** Writes the notices that an event's outcome demands, each with its mail and the mail's job, each once. */
export async function tell(tx: Tx, on: Telling): Promise<void> {
  const all: Recipient[] = [];
  const readers = await readersOf(tx, on);
  for (const [audience, kind] of on.tells) {
    if (audience === "followers") all.push(...(await followers(tx, on, kind)));
    else all.push(...recipients(readers, on, audience, kind));
  }
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
