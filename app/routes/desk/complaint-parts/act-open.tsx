import { type CommandType, slugOf } from "../../../domain/complaint/commands.ts";
import { type Assignment, live } from "../../../domain/complaint/complaint.ts";
import type { Mark } from "../../../domain/complaint/marks.ts";
import { toldField } from "../../../domain/complaint/told.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { ActFields, sayErrors } from "../../../ui/act-fields.tsx";
import { ActForm } from "../../../ui/act-form.tsx";
import { Checklist } from "../../../ui/checklist.tsx";
import { StaleBanner } from "../../../ui/notice-banner.tsx";
import { Objects, objectsOf } from "./act-objects.tsx";
import { dangerous } from "./act-order.ts";
import type { ActPanelProps } from "./act-panel.tsx";
import type { Acting } from "./acting.server.ts";
import { useClueHints, usePeople } from "./clue-fields.ts";
import { LeadHint } from "./lead-hint.tsx";
import { Marked } from "./marked.tsx";
import { useDepartmentName } from "./names.ts";

/** The form of one act, with what was typed and why it was refused. */
export function OpenAct({ type, loaded, answered, path, given }: ActPanelProps & { type: CommandType }) {
  const words = useWords();
  const { office } = words;
  const nameOf = useDepartmentName(loaded.departments);
  const { complaint } = loaded.matter;
  const refusal = answered?.refusal ?? null;
  const told = toldField(type);
  const beside = refusal ? besideOf(refusal, told) : undefined;
  return (
    <>
      <h2 className="mb-3 font-semibold">{office.commands[type].label}</h2>
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
        errors={{
          ...sayErrors(words, answered?.errors),
          ...(beside && refusal ? { [beside]: office.refusals[refusal] } : {}),
        }}
        refusal={refusal && refusal !== "stale" && !beside ? office.refusals[refusal] : undefined}
        version={complaint.version}
        submit={office.commands[type].label}
        tone={dangerous.includes(type) ? "danger" : "primary"}
        cancel={{ to: path(null), label: words.ui.cancel }}
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

/** The field that a refusal is about, beside which it belongs. */
function besideOf(refusal: NonNullable<NonNullable<ActPanelProps["answered"]>["refusal"]>, told?: string) {
  if (refusal === "attachmentWithheld") return "release";
  return refusal === "briefNamesEnterprise" || refusal === "wordsMarked" ? told : undefined;
}

interface FieldsProps {
  type: CommandType;
  loaded: Acting;
  suggested: Readonly<Record<string, string>>;
  marks?: readonly Mark[];
}

function Fields({ type, loaded, suggested, marks }: FieldsProps) {
  const { desk, triage, custody } = useWords();
  const people = usePeople(loaded.recusable);
  const clueHints = useClueHints(type);
  const format = useFormat();
  const nameOf = useDepartmentName(loaded.departments);
  const { assignment } = loaded.matter;
  const { alike, replyBy } = loaded;
  const holders = type === "addAssisting" ? departmentsOf(live(assignment)) : [];
  const barred = [...holders, ...loaded.complainedOf];
  const isBarred = alike?.suggestion && barred.includes(alike.suggestion.departmentId);
  const suggestion = isBarred ? null : alike?.suggestion;
  return (
    <ActFields
      type={type}
      departments={loaded.departments
        .filter((one) => one.validUntil === null && !barred.includes(one.id))
        .map(({ id }) => ({ id, name: nameOf(id) }))}
      people={people}
      attachments={loaded.attachments}
      hints={{
        ...clueHints,
        brief: loaded.matter.complaint.disclosure === "sealed" ? custody.briefHint : desk.briefHint,
        release: desk.releaseHint,
        lead: suggestion ? <LeadHint suggestion={suggestion} nameOf={nameOf} /> : undefined,
      }}
      optionHints={{
        ...(type === "assign"
          ? {
              grade: Object.fromEntries(
                replyBy.map(({ grade, on, unit, count }) => [
                  grade,
                  triage.replyBy(format.due(on), triage.span[unit](count)),
                ]),
              ),
            }
          : {}),
        release: Object.fromEntries(
          loaded.releasable.map(({ id, withheld }) => [
            id,
            withheld ? triage.withheld(triage.withheldReasons[withheld]) : triage.cleaned,
          ]),
        ),
      }}
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
