import type { Refusal } from "../../../db/vocabulary.ts";
import type { Change } from "./change.ts";
import { COMMAND_TYPES, type Command, type CommandType } from "./commands.ts";
import type { Deciding } from "./decide/deciding.ts";
import { lifecycle } from "./lifecycle.ts";
import { isOutright, type Mark, marksIn } from "./marks.ts";

/** Acts whose words come into a department's hands as its brief, and not as words of its timeline. */
const asBrief: Partial<Record<CommandType, string>> = { assign: "brief", addAssisting: "brief" };

/** Acts on a complaint by which its departments have their assignments again: each reads why. */
const toEach: Partial<Record<CommandType, string>> = { lookBack: "words", reopen: "reason" };

/** The field of an act whose words stand in the timelines of departments. */
export const stepField = (type: CommandType): string | undefined =>
  toEach[type] ?? lifecycle[type].reads?.department;

/** The field of an act whose words a department may come to read. */
export const toldField = (type: CommandType): string | undefined => asBrief[type] ?? stepField(type);

/** The acts by whose words the commission may tell a department who reported. */
export const TELLING = COMMAND_TYPES.filter(
  (type) => toldField(type) && lifecycle[type].by.some((role) => role === "intake" || role === "supervisor"),
);

/** What is marked in each field of an act. */
export type Marks = Readonly<Record<string, readonly Mark[]>>;

/**
 * Refuses words of the commission that would tell a department who reported: outright names and
 * numbers always, all else that is marked as long as no reason for sending it stands with it.
 */
export function refusedAsTelling(on: Deciding, command: Command, changes: readonly Change[]) {
  const isCommission = on.actor.kind === "intake" || on.actor.kind === "supervisor";
  if (!isCommission) return null;
  const rows = changes
    .filter(({ entity }) => entity === "assignment" || entity === "measure" || entity === "reply")
    .flatMap(({ set }) => Object.values(set));
  const marks = marksOf(on, command, rows);
  const found = Object.values(marks).flat();
  // A brief that goes on to another department was read when it was written, and by whoever gave a reason.
  const texts = rows
    .filter((word) => typeof word === "string")
    .flatMap((w) => marksIn(w, on.around.original));
  const isNamed = on.matter.complaint.disclosure === "named";
  if (!isNamed && [...found, ...texts].some(({ kind }) => isOutright(kind)))
    return { refusal: "briefNamesEnterprise" as Refusal, marks };
  if (found.length === 0 || command.markReason) return null;
  return { refusal: "wordsMarked" as Refusal, marks };
}

function marksOf(on: Deciding, command: Command, rows: readonly unknown[]): Marks {
  const { type, markReason: _, ...fields } = command;
  const told = Object.entries(fields).filter(
    ([name, value]) => name === toldField(type) || rows.includes(value),
  );
  return Object.fromEntries(
    told.flatMap(([name, value]) => {
      const marks = typeof value === "string" ? marksIn(value, on.around.original) : [];
      return marks.length > 0 ? [[name, marks]] : [];
    }),
  );
}
