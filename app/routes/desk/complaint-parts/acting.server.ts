import { randomUUID } from "node:crypto";
import { GRADES } from "../../../../db/vocabulary.ts";
import type { PersonActor } from "../../../domain/access/actor.ts";
import type { Tx } from "../../../domain/access/with-actor.server.ts";
import { prepareRelease, type Releasable } from "../../../domain/attachment/prepare.server.ts";
import { loadCalendar } from "../../../domain/clock/calendar.server.ts";
import { replyRule } from "../../../domain/clock/defaults.ts";
import { dueOn } from "../../../domain/clock/due.ts";
import { reckon } from "../../../domain/clock/reckon.ts";
import { loadSpansAt } from "../../../domain/clock/spans.server.ts";
import { isInPlace } from "../../../domain/clue/acts.ts";
import { clueSigns } from "../../../domain/clue/sign.ts";
import { type Clocks, replyFacts } from "../../../domain/complaint/clock-facts.ts";
import { type CommandType, commandFields, commandOfSlug } from "../../../domain/complaint/commands.ts";
import type { Complaint } from "../../../domain/complaint/complaint.ts";
import { isErasureInPlace } from "../../../domain/complaint/decide/erasure.ts";
import { isStepInPlace } from "../../../domain/complaint/decide/verifying.ts";
import { lifecycle, possibleActs } from "../../../domain/complaint/lifecycle.ts";
import { complainedOf, listRecusable } from "../../../domain/complaint/surroundings.server.ts";
import { mayConfirm, writeOffChecks } from "../../../domain/complaint/write-off.ts";
import { CUSTODY_ACTS } from "../../../domain/custody/custody.ts";
import { listDepartments, type loadDossier } from "../../../domain/ledger/dossier.server.ts";
import { findSimilar, suggestLead } from "../../../domain/ledger/similar.server.ts";
import { notFound } from "../../../http/guards.ts";
import { pathOf } from "../../../http/uploads.server.ts";

type Dossier = NonNullable<Awaited<ReturnType<typeof loadDossier>>>;

/** Acts on a sealed identity have a page of their own. */
const isApart = (type: CommandType) => CUSTODY_ACTS.some((one) => one === type);

/** The act that an address names. One that only the status forbids is shown as refused; one that isn't this role's has no page. */
export function actNamed(actor: PersonActor, slug: string | null | undefined): CommandType | null {
  if (!slug) return null;
  const type = commandOfSlug(slug);
  return type && lifecycle[type].by.includes(actor.kind) && !isApart(type) ? type : notFound();
}

/** Which files of a complaint the open act may release; asked before anything is read, since it makes their copies. */
export async function loadReleasable(
  actor: PersonActor,
  number: string | null,
  open: CommandType | null,
  at: Date,
): Promise<Releasable[]> {
  if (!number || !open || !("release" in commandFields[open])) return [];
  return prepareRelease(actor, number, at, pathOf);
}

/** What the forms of the commission's acts on one complaint need to know, with what may be done now. */
export async function loadActing(
  tx: Tx,
  actor: PersonActor,
  dossier: Dossier,
  open: CommandType | null,
  at: Date,
) {
  const clocks = { calendar: await loadCalendar(tx), spansAt: await loadSpansAt(tx) };
  const { complaint } = dossier.matter;
  const isInTriage = complaint.status === "submitted" || complaint.status === "accepted";
  const isEnding = complaint.status === "clearing" || complaint.status === "rectifying";
  const barred = await complainedOf(tx, complaint.id);
  return {
    departments: await listDepartments(tx),
    complainedOf: barred,
    recusable: open === "recuse" ? await listRecusable(tx) : [],
    signs: isInTriage ? clueSigns(complaint) : [],
    acts: possibleActs(actor.kind, complaint.status).filter(
      (type) =>
        !isApart(type) &&
        isInPlace(type, dossier.matter) &&
        isStepInPlace(type, dossier.matter) &&
        isErasureInPlace(type, dossier.matter, actor.personId) &&
        (type !== "approveWriteOff" || mayConfirm(dossier.matter, actor.personId)),
    ),
    open,
    commandId: randomUUID(),
    checks: isEnding ? writeOffChecks(dossier.matter) : [],
    replyBy: repliesBy(clocks, complaint, at),
    // By when the enterprise would answer if it were asked now.
    answerBy: dueOn(clocks.calendar, at, clocks.spansAt(at).supplement).on,
    alike: isInTriage ? await alikeOf(tx, complaint, barred) : null,
  };
}
export type Acting = Awaited<ReturnType<typeof loadActing>> &
  Pick<Dossier, "matter" | "attachments" | "point" | "submittedBy"> & { releasable: Releasable[] };

/** What the complaint is like, and who led such matters before; nobody of whom it complains. */
async function alikeOf(tx: Tx, complaint: Complaint, barred: readonly string[]) {
  const suggested = await suggestLead(tx, complaint);
  return {
    similar: await findSimilar(tx, complaint),
    suggestion: suggested && !barred.includes(suggested.departmentId) ? suggested : null,
  };
}

/** By when the departments would reply if it were assigned now, for each grade. */
const repliesBy = (clocks: Clocks, { field, acceptedAt }: Complaint, at: Date) =>
  GRADES.map((grade) => {
    const dueRule = replyRule(grade, field === "arrears");
    const clock = { id: "", round: 1, dispatchedAt: at, dueRule, dueFrom: at };
    const facts = replyFacts(clocks, clock, { acceptedAt: acceptedAt ?? at, pause: [], extension: [] });
    return { grade, on: reckon(clocks.calendar, facts).on, unit: facts.span.unit, count: facts.span.count };
  });
