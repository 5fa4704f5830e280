import { type CommandType, slugOf } from "../../../domain/complaint/commands.ts";
import { type Assignment, live } from "../../../domain/complaint/complaint.ts";
import type { Mark } from "../../../domain/complaint/marks.ts";
import { toldField } from "../../../domain/complaint/told.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { ActFields, sayErrors } from "../../../ui/act-fields.tsx";
import { ActForm } from "../../../ui/act-form.tsx";
import { TextLink } from "../../../ui/button.tsx";
import { Checklist } from "../../../ui/checklist.tsx";
import { StaleBanner } from "../../../ui/notice-banner.tsx";
import { refusedField } from "../../../ui/refused-field.ts";
import { useShown } from "../../../ui/use-shown.ts";
import { useActHints, useOptionHints } from "./act-hints.tsx";
import { Objects, objectsOf } from "./act-objects.tsx";
import { dangerous } from "./act-order.ts";
import type { ActPanelProps } from "./act-panel.tsx";
import type { Acting } from "./acting.server.ts";
import { usePeople } from "./clue-fields.ts";
import { Marked } from "./marked.tsx";
import { useDepartmentName } from "./names.ts";

type OpenActProps = Omit<ActPanelProps, "keys" | "isTurn" | "hasHandled"> & { type: CommandType };

/** The form of the act that an address names; only that it can't be done now, where the status forbids it. */
export function OpenAct(open: OpenActProps) {
  const { custody, office } = useWords();
  const { type, loaded, answered, path } = open;
  // What was typed is shown all the same.
  if (answered || loaded.acts.includes(type)) return <ActOf {...open} />;
  return (
    <>
      <h2 className="mb-1 font-semibold">{office.commands[type].label}</h2>
      <p>
        {office.refusals.wrongStatus} <TextLink to={path(null)}>{custody.toComplaint}</TextLink>
      </p>
    </>
  );
}

/** The form of one act, with what was typed and why it was refused. */
function ActOf({ type, loaded, answered, path, given }: OpenActProps) {
  const words = useWords();
  const { office } = words;
  const nameOf = useDepartmentName(loaded.departments);
  const { complaint } = loaded.matter;
  const refusal = answered?.refusal ?? null;
  const told = toldField(type);
  const beside = refusal ? refusedField(type, refusal) : undefined;
  const head = useShown(answered !== undefined);
  return (
    <>
      <h2 ref={head} tabIndex={-1} className="mb-3 scroll-mt-20 font-semibold outline-none">
        {office.commands[type].label}
      </h2>
      {answered && refusal === "stale" ? (
        <StaleBanner
          changes={answered.since.map(({ command, at }) => ({
            what: office.commands[command as CommandType]?.done ?? command,
            at,
          }))}
        />
      ) : null}
      <ActForm
        action={path(slugOf(type))}
        values={answered?.values}
        labels={{
          ...office.inputs,
          assignmentId: words.desk.whichAssignment,
          measureId: words.desk.whichMeasure,
        }}
        errors={{
          ...sayErrors(words, answered?.errors),
          ...(beside && refusal ? { [beside]: office.refusals[refusal] } : {}),
        }}
        refusal={refusal && refusal !== "stale" && !beside ? office.refusals[refusal] : undefined}
        version={complaint.version}
        submit={office.commands[type].label}
        tone={dangerous.includes(type) ? "danger" : "primary"}
        cancel={{ to: path(null), label: words.ui.cancel }}
        asksBeforeLeaving
      >
        <input type="hidden" name="commandId" value={loaded.commandId} />
        <Objects objects={objectsOf(type, loaded.matter)} nameOf={nameOf} />
        {type === "approveWriteOff" ? <Checks checks={loaded.checks} /> : null}
        <Fields
          type={type}
          loaded={loaded}
          suggested={{ ...suggestedFor(type, loaded), ...given }}
          marks={answered?.marks[told ?? ""]}
        />
      </ActForm>
    </>
  );
}

interface FieldsProps {
  type: CommandType;
  loaded: Acting;
  suggested: Readonly<Record<string, string>>;
  marks?: readonly Mark[];
}

function Fields({ type, loaded, suggested, marks }: FieldsProps) {
  const people = usePeople(loaded.recusable);
  const nameOf = useDepartmentName(loaded.departments);
  const holders = type === "addAssisting" ? departmentsOf(live(loaded.matter.assignment)) : [];
  const barred = [...holders, ...loaded.complainedOf];
  return (
    <ActFields
      type={type}
      departments={loaded.departments
        .filter((one) => one.validUntil === null && !barred.includes(one.id))
        .map(({ id }) => ({ id, name: nameOf(id) }))}
      people={people}
      attachments={loaded.attachments}
      hints={useActHints({ type, loaded, nameOf })}
      optionHints={useOptionHints(type, loaded)}
      suggested={suggested}
      instead={{ markReason: <Marked type={type} loaded={loaded} answered={marks} /> }}
    />
  );
}

const departmentsOf = (assignments: readonly Assignment[]) => assignments.map((one) => one.departmentId);

function Checks({ checks }: Pick<Acting, "checks">) {
  const { office } = useWords();
  return checks.length === 0 ? null : (
    <Checklist items={checks.map(({ check, met }) => ({ label: office.writeOffChecks[check], done: met }))} />
  );
}

function suggestedFor(
  type: CommandType,
  { matter: { complaint } }: Pick<Acting, "matter">,
): Record<string, string> {
  const grade: Record<string, string> = complaint.grade ? { grade: complaint.grade } : {};
  if (type === "assign" || type === "accept") return grade;
  if (type !== "classify") return {};
  const { kind, field, conduct, keyProblem } = complaint;
  return { ...grade, kind, field, conduct, ...(keyProblem ? { keyProblem: "on" } : {}) };
}
