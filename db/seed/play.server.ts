import { and, eq, ne } from "drizzle-orm";
import { type ActingActor, type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { prepareRelease } from "../../app/domain/attachment/prepare.server.ts";
import { addDays, dayOf, officeHours } from "../../app/domain/clock/day.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { lifecycle } from "../../app/domain/complaint/lifecycle.ts";
import { type PerformRequest, perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { ownerOf } from "../../app/domain/custody/broker.server.ts";
import { listRequests } from "../../app/domain/custody/requests.server.ts";
import { sendDigests } from "../../app/domain/notice/digest.server.ts";
import { discard, pathOf } from "../../app/http/uploads.server.ts";
import { schema } from "../client.server.ts";
import { typedOf, writeDraft } from "./drafts.server.ts";
import { upload } from "./files/upload.server.ts";
import type { Act, Story } from "./story.ts";
import type { World } from "./world.ts";

/** What the acts before have made of a story. */
interface Played {
  number: string;
  /** The keys of the files that the enterprise added. */
  fileIds: string[];
  /** The key and the code of each department's assignment, by the department's code. */
  assignments: Map<string, { id: string; code: string }>;
}

export type Numbers = ReadonlyMap<Story, Played>;

/**
 * Performs every act in the order of time, through the application's own `submit` and `perform`. Acts of
 * one day run side by side where they concern different complaints; submissions keep their order. Each
 * morning begins with the digests of what waited for it.
 */
export async function play(
  stories: readonly Story[],
  world: World,
  log: (line: string) => void,
  settle: () => Promise<unknown>,
): Promise<Numbers> {
  const acts = stories.flatMap((story) => story.acts).sort((a, b) => a.at.getTime() - b.at.getTime());
  const played = new Map<Story, Played>();
  let month = "";
  let settleAt = 10;
  for (const [on, day] of Map.groupBy(acts, ({ at }) => dayOf(at))) {
    const now = on.slice(0, 7);
    if (now !== month) log(`  ${now}: ${played.size} complaints so far`);
    month = now;
    if (played.size >= settleAt) {
      await settle();
      settleAt = played.size * 4;
    }
    await sendDigests(new Date(`${on}T${officeHours.opens}:00+08:00`));
    const inTurn = day.some(mayCreate) ? day : day.filter(({ command }) => command === null);
    for (const act of inTurn) await (act.command ? carryOut : handIn)(act, world, played);
    const later = day.filter((act) => !inTurn.includes(act));
    await sideBySide(
      later,
      (act) => act.into ?? act.story,
      (act) => carryOut(act, world, played),
    );
  }
  return played;
}

/** Whether a new complaint may come of an act, so that its day has to be played in turn: numbers are in order of time. */
const mayCreate = ({ command }: Act) =>
  command !== null && Object.values(lifecycle[command.type].outcomes).some((outcome) => outcome.creates);

const LANES = 4;

/** Runs the acts of each complaint one after the other, and those of different ones in a few lanes. */
async function sideBySide(
  acts: readonly Act[],
  keyOf: (act: Act) => Story,
  run: (act: Act) => Promise<void>,
) {
  const queues = [...Map.groupBy(acts, keyOf).values()];
  const lane = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) for (const act of queue) await run(act);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** The contact, with the mark by which it finds what it has sealed. */
async function contactOf({ point }: Story, world: World): Promise<PersonActor> {
  const contact = world.contact(point.code);
  return { ...contact, owner: await ownerOf(contact.key) };
}

async function handIn({ story, at }: Act, world: World, played: Map<Story, Played>) {
  const { matter, point, papers, also = "" } = story;
  const actor = await contactOf(story, world);
  const typed = typedOf(matter, matter.description(point) + also);
  const sinceOn = addDays(dayOf(at), -matter.sinceDays);
  const { disclosure } = story;
  const { draftId, files } =
    papers.length > 0
      ? await writeDraft(actor, { ...typed, sinceOn, disclosure }, papers, at)
      : { draftId: null, files: [] };
  const { kind, field, conduct } = matter;
  const { number } = await submit(
    actor,
    { ...typed, kind, field, conduct, draftId, sinceOn, disclosure },
    at,
  );
  played.set(story, { number, fileIds: files.map(({ id }) => id), assignments: new Map() });
}

async function carryOut(act: Act, world: World, played: Map<Story, Played>) {
  const known = played.get(act.story);
  if (!known || !act.command) throw new Error("An act comes before its complaint.");
  const actor = await actorOf(act, world);
  const request = await requestOf(act, known, await commandOf(act, act.command, played, world), world);
  const done = await performMarked(actor, request, act.at);
  const { type } = request.command;
  if (done.ok) await discard((done.erasedFiles ?? []).map((storageKey) => ({ storageKey })));
  if (!done.ok) {
    throw new Error(`${known.number}: ${type} by ${actor.kind} at ${act.at.toISOString()}: ${done.refusal}`);
  }
  // Withdrawn assignments are gone: the next one of a department is another.
  if (type === "withdraw") known.assignments.clear();
}

/** Performs; words that are marked as telling are sent with a reason, as an office in a hurry does. */
async function performMarked(actor: ActingActor, request: PerformRequest, at: Date) {
  const done = await perform(actor, request, at);
  if (done.ok || done.refusal !== "wordsMarked") return done;
  const markReason = "部门手上的材料里就是这样写的，换个说法反而说不清楚。";
  return perform(actor, { ...request, command: { ...request.command, markReason } }, at);
}

/** The command with what only the acts before it can tell: a number, the keys of files. */
async function commandOf(
  act: Act,
  command: Command,
  played: Map<Story, Played>,
  world: World,
): Promise<Command> {
  const known = played.get(act.story);
  const evidence = act.papers && act.papers.length > 0 ? await upload(act.papers) : [];
  switch (command.type) {
    case "merge":
      return { ...command, primary: (act.into && played.get(act.into)?.number) ?? "" };
    case "approveUnsealing":
    case "refuseUnsealing":
    case "endUnsealing":
      return { ...command, request: await requestOn(known?.number ?? "", world) };
    case "assign":
      return { ...command, release: known ? await released(act, known, world) : [] };
    case "reply":
    case "reportMeasure":
      return { ...command, evidence };
    default:
      return command;
  }
}

/** The keys of the files that are given to the departments, once their copies are there. */
async function released({ story, at }: Act, { number, fileIds }: Played, world: World): Promise<string[]> {
  if (story.released === 0) return [];
  await prepareRelease(world.person(story.commission.intake), number, at, pathOf);
  return fileIds.slice(0, story.released);
}

async function actorOf({ by, story }: Act, world: World): Promise<ActingActor> {
  if (by === "worker") return worker;
  if (by === "discipline") return world.person("qin");
  if (by === "custodian") return world.person("yan");
  if (by === "otherCustodian") return world.person("shi");
  if (by === "enterprise") return contactOf(story, world);
  return typeof by === "string" ? world.person(story.commission[by]) : world.officer(by.department);
}

const measureStatus: Partial<Record<Command["type"], "promised" | "reported">> = {
  reportMeasure: "promised",
  confirmMeasure: "reported",
  sendBackMeasure: "reported",
};

/** The request, with the keys of the assignment and the measure that the act is about. */
async function requestOf(act: Act, known: Played, command: Command, world: World): Promise<PerformRequest> {
  const on = { number: known.number };
  const code = typeof act.by === "string" ? act.of : act.by.department;
  if (!code) return { on, command };
  const assignment = known.assignments.get(code) ?? (await assignmentOf(known.number, code, world));
  known.assignments.set(code, assignment);
  const status = measureStatus[command.type];
  const measureId = status && (await measureOf(assignment.id, status, world));
  const where =
    typeof act.by === "string" ? { on, assignmentId: assignment.id } : { on: { code: assignment.code } };
  return { ...where, command, measureId };
}

/** The latest request to know who reported a complaint. */
async function requestOn(number: string, world: World): Promise<string> {
  const rows = await withActor(world.person("yan"), "read", (tx) => listRequests(tx));
  return rows.find((row) => row.number === number)?.id ?? "";
}

async function assignmentOf(number: string, departmentCode: string, world: World) {
  const { assignment, complaint } = schema;
  const isTheirs = eq(assignment.departmentId, world.department(departmentCode));
  const [row] = await withActor(world.person("su"), "read", (tx) =>
    tx
      .select({ id: assignment.id, code: assignment.code })
      .from(assignment)
      .innerJoin(complaint, eq(complaint.id, assignment.complaintId))
      .where(and(eq(complaint.number, number), isTheirs, ne(assignment.status, "recalled"))),
  );
  if (!row) throw new Error(`${number} is not with ${departmentCode}.`);
  return row;
}

async function measureOf(assignmentId: string, status: "promised" | "reported", world: World) {
  const { measure } = schema;
  const [row] = await withActor(world.person("su"), "read", (tx) =>
    tx
      .select({ id: measure.id })
      .from(measure)
      .where(and(eq(measure.assignmentId, assignmentId), eq(measure.status, status))),
  );
  return row?.id;
}
