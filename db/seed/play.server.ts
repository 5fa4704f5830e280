import { and, eq, ne } from "drizzle-orm";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { addDays, dayOf } from "../../app/domain/clock/day.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { type PerformRequest, perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { schema } from "../client.server.ts";
import type { Act, Story } from "./story.ts";
import type { World } from "./world.ts";

/** What the acts before have made of a story. */
interface Played {
  number: string;
  /** The key and the code of each department's assignment, by the department's code. */
  assignments: Map<string, { id: string; code: string }>;
}

export type Numbers = ReadonlyMap<Story, Played>;

/**
 * Performs every act in the order of time, through the application's own `submit` and `perform`. Acts of
 * one day run side by side where they concern different complaints; submissions keep their order.
 */
export async function play(
  stories: readonly Story[],
  world: World,
  log: (line: string) => void,
): Promise<Numbers> {
  const acts = stories.flatMap((story) => story.acts).sort((a, b) => a.at.getTime() - b.at.getTime());
  const played = new Map<Story, Played>();
  let month = "";
  for (const day of Map.groupBy(acts, ({ at }) => dayOf(at)).values()) {
    const now = dayOf((day[0] as Act).at).slice(0, 7);
    if (now !== month) log(`  ${now}: ${played.size} complaints so far`);
    month = now;
    for (const act of day.filter(({ command }) => command === null)) await handIn(act, world, played);
    const later = day.filter(({ command }) => command !== null);
    await sideBySide(
      later,
      (act) => act.into ?? act.story,
      (act) => carryOut(act, world, played),
    );
  }
  return played;
}

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

async function handIn({ story, at }: Act, world: World, played: Map<Story, Played>) {
  const { matter, point, disclosure } = story;
  const { kind, field, conduct, title, about, place } = matter;
  const input = {
    ...{ draftId: null, kind, field, conduct, title, about, place },
    description: matter.description(point),
    sinceOn: addDays(dayOf(at), -matter.sinceDays),
    disclosure: disclosure === "named" ? ("named" as const) : ("confidential" as const),
  };
  const { number } = await submit(world.contact(point.code), input, at);
  played.set(story, { number, assignments: new Map() });
}

async function carryOut(act: Act, world: World, played: Map<Story, Played>) {
  const known = played.get(act.story);
  if (!known || !act.command) throw new Error("An act comes before its complaint.");
  const command =
    act.command.type === "merge" && act.into
      ? { ...act.command, primary: played.get(act.into)?.number ?? "" }
      : act.command;
  const actor = actorOf(act, world);
  const done = await perform(actor, await requestOf(act, known, command, world), act.at);
  if (done.ok) return;
  throw new Error(
    `${known.number}: ${command.type} by ${actor.kind} at ${act.at.toISOString()}: ${done.refusal}`,
  );
}

function actorOf({ by, story }: Act, world: World): PersonActor {
  if (by === "enterprise") return world.contact(story.point.code);
  return typeof by === "string" ? world.person(story.commission[by]) : world.officer(by.department);
}

const measureStatus: Partial<Record<Command["type"], "promised" | "reported">> = {
  reportMeasure: "promised",
  confirmMeasure: "reported",
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
