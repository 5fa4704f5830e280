import { type CommandType, slugOf } from "../../../domain/complaint/commands.ts";
import { lifecycle } from "../../../domain/complaint/lifecycle.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { type Act, ActBar } from "../../../ui/act-bar.tsx";
import { ActFields, sayErrors } from "../../../ui/act-fields.tsx";
import { ActForm } from "../../../ui/act-form.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import { StaleBanner } from "../../../ui/notice-banner.tsx";
import type { Answered, Loaded } from "../complaint.tsx";
import { useDepartmentName } from "./names.ts";
import { Summary } from "./said-values.tsx";

const order: readonly CommandType[] = [
  "assign",
  "accept",
  "ruleOnReturn",
  "acceptReply",
  "feedBack",
  "approveWriteOff",
];
const dangerous: readonly CommandType[] = ["decline", "refuseWriteOff"];
const hotkeys: Partial<Record<CommandType, string>> = {
  accept: "Y",
  assign: "A",
  askSupplement: "S",
  keepAsReference: "R",
  merge: "M",
  decline: "D",
};
const rank = (type: CommandType) => (order.includes(type) ? order.indexOf(type) : order.length);

/** Just what this person may do now, and the form of the act that is open. */
export function ActPanel({ loaded, answered }: { loaded: Loaded; answered: Answered }) {
  const { office, desk } = useWords();
  const { number } = loaded.matter.complaint;
  const acts = loaded.acts
    .filter((type) => objectsOf(type, loaded) !== "none")
    .toSorted((a, b) => rank(a) - rank(b))
    .map(
      (type): Act => ({
        key: type,
        label: office.commands[type].label,
        to: `/desk/complaints/${number}/${slugOf(type)}`,
        tone: dangerous.includes(type) ? "danger" : undefined,
        hotkey: hotkeys[type],
      }),
    );
  return (
    <ActBar acts={acts} open={loaded.open} idle={desk.nothingNow}>
      {loaded.open ? (
        <OpenAct key={loaded.open} type={loaded.open} loaded={loaded} answered={answered} />
      ) : null}
    </ActBar>
  );
}

type Objects =
  | "whole"
  | "none"
  | { name: "assignmentId" | "measureId"; rows: { id: string; words: string; departmentId: string }[] };

/** What an act is done to: the complaint, one of some assignments, or one of some measures. */
function objectsOf(type: CommandType, { matter }: Loaded): Objects {
  const row = lifecycle[type];
  const live = matter.assignment.filter((one) => one.status !== "recalled");
  if (row.measure) {
    const wanted = type === "confirmMeasure" ? ["reported"] : ["reported", "confirmed"];
    const departmentOf = new Map(live.map((one) => [one.id, one.departmentId]));
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
  const rows = live
    .filter((one) => row.assignment?.includes(one.status))
    .map((one) => ({ id: one.id, words: one.returnReason ?? one.code, departmentId: one.departmentId }));
  return rows.length > 0 ? { name: "assignmentId", rows } : "none";
}

function OpenAct({ type, loaded, answered }: { type: CommandType; loaded: Loaded; answered: Answered }) {
  const words = useWords();
  const { office, desk } = words;
  const format = useFormat();
  const nameOf = useDepartmentName(loaded.departments);
  const { complaint } = loaded.matter;
  const isStale = answered && "refusal" in answered && answered.refusal === "stale";
  const refusal =
    answered && "refusal" in answered && !isStale ? office.refusals[answered.refusal] : undefined;
  const errors = answered && "errors" in answered ? sayErrors(words, answered.errors) : undefined;
  const by = (day: string) => desk.replyBy(format.day(day));
  return (
    <>
      <h2 className="mb-3 font-semibold">{office.commands[type].label}</h2>
      {isStale ? (
        <StaleBanner
          changes={answered.since.map(({ command, at }) => ({
            what: office.commands[command as CommandType]?.done ?? command,
            at,
          }))}
        />
      ) : null}
      <ActForm
        action={`/desk/complaints/${complaint.number}/${slugOf(type)}`}
        values={answered?.values}
        errors={errors}
        refusal={refusal}
        version={complaint.version}
        submit={office.commands[type].label}
        tone={dangerous.includes(type) ? "danger" : "primary"}
        cancel={{ to: `/desk/complaints/${complaint.number}`, label: words.ui.cancel }}
      >
        <input type="hidden" name="commandId" value={loaded.commandId} />
        <Objects objects={objectsOf(type, loaded)} nameOf={nameOf} />
        <Summary type={type} loaded={loaded} />
        <ActFields
          type={type}
          departments={loaded.departments
            .filter((one) => one.validUntil === null)
            .map(({ id }) => ({ id, name: nameOf(id) }))}
          attachments={loaded.attachments}
          hints={type === "assign" ? { brief: desk.briefHint, release: desk.releaseHint } : undefined}
          optionHints={
            type === "assign"
              ? { grade: { A: by(loaded.replyBy.A), B: by(loaded.replyBy.B), C: by(loaded.replyBy.C) } }
              : undefined
          }
          suggested={answered ? undefined : suggestedFor(type, loaded)}
        />
      </ActForm>
    </>
  );
}

function suggestedFor(type: CommandType, { matter: { complaint } }: Loaded): Record<string, string> {
  const grade: Record<string, string> = complaint.grade ? { grade: complaint.grade } : {};
  if (type === "assign" || type === "accept") return grade;
  if (type !== "classify") return {};
  const { kind, field, conduct, keyProblem } = complaint;
  return { ...grade, kind, field, conduct, ...(keyProblem ? { keyProblem: "on" } : {}) };
}

function Objects({ objects, nameOf }: { objects: Objects; nameOf: (id: string) => string }) {
  const { desk } = useWords();
  if (typeof objects === "string") return null;
  const options = objects.rows.map((row) => ({
    value: row.id,
    label: nameOf(row.departmentId),
    hint: row.words,
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
