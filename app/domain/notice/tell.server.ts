import { and, eq, inArray, or } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { JourneyStep, Locale, Mailing, NoticeKind, Post, Role } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import {
  type Assignment,
  type Complaint,
  isRecused,
  type Recusal,
  type Reporter,
  type Unsealing,
} from "../complaint/complaint.ts";
import { type Audience, statuses, type Tells, whoHears } from "../complaint/lifecycle.ts";
import { newId } from "../people/new-id.ts";
import { mailingOf } from "./digest.ts";
import { enqueueMails } from "./enqueue.server.ts";
import { followers, speakers } from "./followers.server.ts";
import { withRatingLinks } from "./rating-link.server.ts";
import { writeSealedLines } from "./sealed-lines.server.ts";

export interface Telling {
  tells: Tells;
  complaint: Complaint;
  reporter: Reporter;
  /** Whoever is complained of in the matter, or whose department is, is told of nothing in it. */
  recusal: readonly Recusal[];
  /** The request to know who reported that the act is about. */
  unsealing?: Pick<Unsealing, "askedById" | "readerId"> | null;
  /** The assignments whose departments are `departments`, and the one acted on, which is `department`. */
  touched: readonly Assignment[];
  assignment: Assignment | null;
  step: JourneyStep;
  eventId: string;
  at: Date;
  /** Who acted, and so needn't be told; null when the hub itself did. */
  actorId: string | null;
  /** The day that the word names, where it isn't the next one of the complaint or the assignment. */
  dueOn?: string | undefined;
  /** The urging letter that goes out with it. */
  letterId?: string | undefined;
}

interface Reader {
  personId: string;
  locale: Locale;
  mailing: Mailing;
  role: Role;
  post: Post | null;
  departmentId: string | null;
  liaisonPointId: string | null;
}

/** Somebody to be told, of what, and where that leads. */
export interface Recipient extends Pick<Reader, "personId" | "locale"> {
  kind: NoticeKind;
  number: string;
  dueOn: string | null;
  path: string;
  /** The complaint that it is about; null where it is about none. */
  complaintId: string | null;
  /** How its reader prefers mails. */
  mailing?: Mailing;
  /** Where the mail leads instead, by a link that works once. */
  mailed?: { path: string; linkId: string };
}

const { department, person } = schema;
const active = eq(person.status, "active");
const who = {
  personId: person.id,
  locale: person.locale,
  mailing: person.mailing,
  role: person.role,
  post: person.post,
  departmentId: person.departmentId,
  liaisonPointId: person.liaisonPointId,
};

/** Everybody whom an act may concern, in one look: the enterprise, the commission's teams, the departments. */
async function readersOf(
  tx: Tx,
  { tells, complaint, reporter, unsealing, touched, assignment }: Telling,
): Promise<Reader[]> {
  const audiences = new Set(whoHears(tells).map(([audience]) => audience));
  const roles = new Map<Audience, Role>([
    ["intake", "intake"],
    ["supervisors", "supervisor"],
    ["discipline", "discipline"],
    ["owner", teamOf(complaint)],
    ["custodians", "custodian"],
  ]);
  const bodies = [
    ...(audiences.has("departments") ? touched : []),
    ...((audiences.has("department") || audiences.has("officers")) && assignment ? [assignment] : []),
  ].map((a) => a.departmentId);
  const asked = [...audiences].flatMap((audience) => roles.get(audience) ?? []);
  const any = [
    audiences.has("enterprise") && reporter.liaisonPointId
      ? eq(person.liaisonPointId, reporter.liaisonPointId)
      : undefined,
    audiences.has("unsealer") && unsealing
      ? inArray(person.id, [unsealing.askedById, unsealing.readerId])
      : undefined,
    asked.length > 0 ? inArray(person.role, asked) : undefined,
    bodies.length > 0 ? inArray(person.departmentId, bodies) : undefined,
    audiences.has("leader") && assignment ? inArray(person.id, leaderOf(tx, assignment)) : undefined,
  ].filter((condition) => condition !== undefined);
  if (any.length === 0) return [];
  return tx
    .select(who)
    .from(person)
    .where(and(or(...any), active));
}

const leaderOf = (tx: Tx, { departmentId }: Assignment) =>
  tx.select({ id: department.leaderId }).from(department).where(eq(department.id, departmentId));

/** The commission's team that owes the next step; a review of a refusal is the supervisors'. */
function teamOf({ status }: Complaint): Role {
  const { owner } = statuses[status];
  return owner === "intake" || owner === "discipline" ? owner : "supervisor";
}

/** Where custodians decide. */
const CUSTODY_PATH = "/custody";

/** Where a leader reads what is copied: the letter itself where there is one. */
const letterPath = ({ letterId }: Telling) => (letterId ? `/leader/urgings/${letterId}` : "/leader");

/** Where a team of the commission reads a complaint. */
const placeOf = (team: Role, number: string) =>
  team === "discipline" ? `/clues/${number}` : `/desk/complaints/${number}`;

function recipients(
  readers: readonly Reader[],
  on: Telling,
  audience: Exclude<Audience, "followers">,
  kind: NoticeKind,
): Recipient[] {
  const { id: complaintId, number } = on.complaint;
  const dueOn = on.dueOn ?? on.complaint.dueOn;
  const tellAll = (isMeant: (reader: Reader) => boolean, path: string) =>
    readers.filter(isMeant).map(({ personId, locale, mailing }) => ({
      ...{ personId, locale, mailing, complaintId },
      ...{ kind, number, dueOn, path },
    }));
  const tellTeam = (team: Role) => tellAll(({ role }) => role === team, placeOf(team, number));
  switch (audience) {
    case "enterprise": {
      const speaking = speakers(readers.filter(isContactOf(on.reporter)), on.reporter.personId);
      return tellAll((one) => speaking.includes(one), `/liaison/complaints/${number}`);
    }
    case "intake":
      return tellTeam("intake");
    case "supervisors":
      return tellTeam("supervisor");
    case "discipline":
      return tellTeam("discipline");
    case "owner":
      return tellTeam(teamOf(on.complaint));
    case "custodians":
      return tellAll(({ role }) => role === "custodian", CUSTODY_PATH);
    case "unsealer":
      return readers
        .filter(({ personId }) => [on.unsealing?.askedById, on.unsealing?.readerId].includes(personId))
        .flatMap((reader) => tellAll((one) => one === reader, placeOf(reader.role, number)));
    case "leader":
      // A leader reads what a department may read, and never the complaint's number.
      return tellAll(({ role }) => role === "leader", letterPath(on)).map((told) => ({
        ...told,
        number: on.assignment?.code ?? "",
      }));
    case "department":
      return inDepartments(readers, on, on.assignment ? [on.assignment] : [], kind);
    case "officers":
      return inDepartments(handling(readers), on, on.assignment ? [on.assignment] : [], kind);
    case "departments":
      return inDepartments(readers, on, on.touched, kind);
  }
}

const isContactOf =
  ({ liaisonPointId: reporting }: Reporter) =>
  ({ liaisonPointId }: Reader) =>
    liaisonPointId !== null && liaisonPointId === reporting;

/** Those of a department who handle; where nobody is named for that, everybody. */
function handling(readers: readonly Reader[]): readonly Reader[] {
  const officers = readers.filter(({ role, post }) => role === "department" && post !== "approver");
  return officers.length > 0 ? officers : readers;
}

function inDepartments(
  readers: readonly Reader[],
  { dueOn, complaint }: Telling,
  assignments: readonly Assignment[],
  kind: NoticeKind,
): Recipient[] {
  return assignments.flatMap((a) =>
    readers
      .filter((reader) => reader.departmentId === a.departmentId)
      .map(({ personId, locale, mailing }) => ({
        personId,
        locale,
        mailing,
        kind,
        complaintId: complaint.id,
        // A department never learns the complaint's number.
        number: a.code,
        dueOn: a.status === "recalled" ? null : (dueOn ?? a.replyDueOn),
        path: `/department/assignments/${a.code}${kind === "urging" ? "/urgings" : ""}`,
      })),
  );
}

/** Writes the notices that an event's outcome demands, each with its mail and the mail's job, each once. */
export async function tell(tx: Tx, on: Telling): Promise<void> {
  const all: Recipient[] = [];
  const readers = (await readersOf(tx, on)).filter((reader) => !isRecused(on, reader));
  for (const [audience, kind] of whoHears(on.tells)) {
    if (audience === "followers") all.push(...(await followers(tx, on.complaint.id, kind)));
    else all.push(...recipients(readers, on, audience, kind));
  }
  const once = new Map(all.map((r) => [`${r.personId} ${r.kind} ${r.number}`, r]));
  const told = [...once.values()].filter((r) => r.personId !== on.actorId);
  const linked = await withRatingLinks(tx, on.complaint, told, on.at);
  await writeNotices(tx, linked, { eventId: on.eventId, createdAt: on.at, journey: on.step });
  await writeSealedLines(tx, on);
}

interface Occasion {
  eventId: string;
  createdAt: Date;
  /** The step that mails show; null where they are about no complaint's step. */
  journey: JourneyStep | null;
}

/** Writes notices, each with its mail and the mail's job. The transaction must be the registrar's. */
export async function writeNotices(
  tx: Tx,
  told: readonly Recipient[],
  { journey, ...common }: Occasion,
): Promise<void> {
  if (told.length === 0) return;
  await tx.insert(schema.notice).values(
    told.map(({ locale: _, mailed: __, ...r }) => ({
      id: newId(),
      ...r,
      ...common,
      mailing: mailingOf(r.kind, r.mailing),
    })),
  );
  const mails = told
    .filter((r) => mailingOf(r.kind, r.mailing) === "single")
    .map(({ mailed, mailing: _, ...r }) => ({ id: newId(), ...r, ...common, journey, ...mailed }));
  if (mails.length === 0) return;
  await tx.insert(schema.mail).values(mails);
  await enqueueMails(
    tx,
    mails.map((m) => m.id),
  );
}
