import type { Day } from "../../../domain/clock/day.ts";
import type { CommandType } from "../../../domain/complaint/commands.ts";
import { type Assignment, type Case, live } from "../../../domain/complaint/complaint.ts";
import { pendingExtension } from "../../../domain/complaint/decide/extension.ts";
import { lifecycle } from "../../../domain/complaint/lifecycle.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { ChoiceField } from "../../../ui/choice-field.tsx";

type ActObjects =
  | "whole"
  | "none"
  | {
      name: "assignmentId" | "measureId";
      rows: { id: string; words: string; departmentId: string; until?: Day | undefined }[];
    };

/** What an act is done to: the complaint, one of some assignments, or one of some measures. */
export function objectsOf(
  type: CommandType,
  matter: Pick<Case, "assignment" | "measure" | "extension">,
): ActObjects {
  const row = lifecycle[type];
  const held = live(matter.assignment);
  if (row.measure) {
    const wanted = type === "confirmMeasure" ? ["reported"] : ["reported", "confirmed"];
    const departmentOf = new Map(held.map((one) => [one.id, one.departmentId]));
    const rows = matter.measure
      .filter((one) => wanted.includes(one.status) && departmentOf.has(one.assignmentId))
      .map((one) => ({
        id: one.id,
        words: one.words,
        departmentId: departmentOf.get(one.assignmentId) ?? "",
      }));
    return rows.length > 0 ? { name: "measureId", rows } : "none";
  }
  if (!row.assignment) return "whole";
  const asked = (one: Assignment) =>
    type === "ruleOnExtension"
      ? pendingExtension(matter, one)
      : { reason: one.returnReason ?? one.code, until: undefined };
  const rows = held
    .filter((one) => row.assignment?.includes(one.status))
    .flatMap((one) => {
      const found = asked(one);
      if (found === null) return [];
      const { reason, until } = found;
      return [{ id: one.id, words: reason, departmentId: one.departmentId, until }];
    });
  return rows.length > 0 ? { name: "assignmentId", rows } : "none";
}

/** Which of them, where an act is done to one. */
export function Objects({ objects, nameOf }: { objects: ActObjects; nameOf: (id: string) => string }) {
  const { desk, clock } = useWords();
  const format = useFormat();
  if (typeof objects === "string") return null;
  const options = objects.rows.map((row) => ({
    value: row.id,
    label: nameOf(row.departmentId),
    hint: row.until ? `${clock.extensionUntil(format.weekday(row.until))} · ${row.words}` : row.words,
  }));
  return (
    <ChoiceField
      name={objects.name}
      label={objects.name === "measureId" ? desk.whichMeasure : desk.whichAssignment}
      options={options}
      layout="list"
      required
      defaultValue={options.length === 1 ? options[0]?.value : undefined}
    />
  );
}
