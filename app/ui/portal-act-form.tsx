import { type ReactNode, useRef } from "react";
import type { Refusal, UploadFault } from "../../db/vocabulary.ts";
import { type CommandType, commandFields } from "../domain/complaint/commands.ts";
import type { FieldError, FieldSpec } from "../domain/complaint/field.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { ActFields, sayErrors, takesFiles } from "./act-fields.tsx";
import { ActForm } from "./act-form.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import { NoticeBanner, StaleBanner } from "./notice-banner.tsx";
import { refusalOf } from "./refused-field.ts";
import { useChosenBefore } from "./use-chosen-before.ts";
import { useHydrated } from "./use-hydrated.ts";

/** What became of a form that was not taken. */
export interface FailedAct {
  type: CommandType;
  values: Record<string, string>;
  errors: Record<string, FieldError>;
  refusal: Refusal | "notFound" | null;
  since: { command: string; at: Date }[];
  kept: { name: string; bytes: number; ticket: string }[];
  refusedFiles: { name: string; fault: UploadFault }[];
}

interface PortalActFormProps {
  type: CommandType;
  failed?: FailedAct | null;
  /** Not given where nothing that somebody else did makes any difference. */
  version?: number;
  commandId: string;
  measureId?: string;
  cancelTo: string;
  action: string;
  departments?: readonly { id: string; name: string }[];
  hints?: Record<string, ReactNode>;
  /** What fields are called here, where their usual names say less. */
  labels?: Readonly<Record<string, string>>;
  /** Small text beside an option, by field name and option. */
  optionHints?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What an empty form stands at, by field. */
  suggested?: Readonly<Record<string, string>>;
  /** Takes files ahead of the form, where scripts run. */
  uploadTo?: string;
  isDanger?: boolean;
  /** What the reader calls an act that came first; as the office does unless given. */
  sayAct?: (command: string) => string;
  /** Above the fields: what the act answers. */
  children?: ReactNode;
}

/** The form of one act on an enterprise's or a department's page, with all that an earlier try left. */
export function PortalActForm({ type, failed, children, ...props }: PortalActFormProps) {
  const words = useWords();
  const isHydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const chosen = useChosenBefore(box);
  const mine = failed?.type === type ? failed : null;
  const refused = refusalOf(words, type, mine?.refusal ?? null);
  const measureId = props.measureId ?? mine?.values.measureId;
  const uploadTo = isHydrated ? props.uploadTo : undefined;
  return (
    <div ref={box} className="space-y-3">
      <h2 className="font-semibold">{words.office.commands[type].label}</h2>
      {children}
      {mine?.refusal === "stale" ? <Stale since={mine.since} sayAct={props.sayAct} /> : null}
      <ActForm
        key={type}
        action={props.action}
        encType={takesFiles(type) ? "multipart/form-data" : undefined}
        values={mine?.values}
        errors={mine ? { ...sayErrors(words, mine.errors), ...refused.errors } : undefined}
        labels={{ ...words.office.inputs, ...props.labels }}
        refusal={refused.asWhole}
        version={props.version}
        submit={words.office.commands[type].label}
        tone={props.isDanger ? "danger" : "primary"}
        cancel={{ to: props.cancelTo, label: words.liaison.cancel }}
        asksBeforeLeaving
      >
        <input type="hidden" name="commandId" value={props.commandId} />
        {measureId ? <input type="hidden" name="measureId" value={measureId} /> : null}
        {mine ? <FilesSoFar failed={mine} keepsTickets={uploadTo === undefined} /> : null}
        <ActFields
          type={type}
          departments={props.departments}
          optionHints={props.optionHints}
          suggested={props.suggested}
          instead={uploadTo ? uploadsOf(type, uploadTo, words, mine, chosen) : undefined}
          hints={{
            attachments: words.liaison.files.types,
            evidence: words.liaison.files.types,
            ...props.hints,
          }}
        />
      </ActForm>
    </div>
  );
}

function Stale({ since, sayAct }: { since: FailedAct["since"] } & Pick<PortalActFormProps, "sayAct">) {
  const { office, department, liaison } = useWords();
  const doneWords = (command: string) =>
    command === "recalled" ? department.steps.recalled : office.commands[command as CommandType].done;
  const changes = since.map(({ command, at }) => ({ what: (sayAct ?? doneWords)(command), at }));
  // Not every act of the office is told to whoever reads here.
  return <StaleBanner changes={changes.length > 0 ? changes : [{ what: liaison.movedOn }]} />;
}

/** The chooser that sends files ahead, in place of the act's own field for them. */
function uploadsOf(
  type: CommandType,
  action: string,
  { office, liaison }: Words,
  mine: FailedAct | null,
  chosen: readonly File[],
) {
  const name = Object.entries<FieldSpec>(commandFields[type]).find(([, spec]) => spec.kind === "files")?.[0];
  if (!name) return undefined;
  const label = office.inputs[name as "evidence"];
  const field = { action, name, label, hint: liaison.files.types, kept: mine?.kept ?? [], chosen };
  return { [name]: <EvidenceField {...field} /> };
}

function FilesSoFar({ failed, keepsTickets }: { failed: FailedAct; keepsTickets: boolean }) {
  const words = useWords().liaison.files;
  const format = useFormat();
  return (
    <>
      {failed.refusedFiles.length > 0 ? (
        <NoticeBanner tone="error" title={words.refusedHead}>
          <RefusedFiles files={failed.refusedFiles} />
        </NoticeBanner>
      ) : null}
      {keepsTickets && failed.kept.length > 0 ? (
        <fieldset className="rounded-md border border-line px-4 py-2">
          <legend className="px-1 text-small text-soft">{words.kept}</legend>
          {failed.kept.map((file) => (
            <label key={file.ticket} className="flex min-h-8 items-center gap-2">
              <input type="checkbox" name="kept" value={file.ticket} defaultChecked />
              {file.name} <span className="text-small text-soft">{format.bytes(file.bytes)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

/** One line for each file that was not taken, with why. */
export function RefusedFiles({ files }: { files: readonly { name: string; fault: UploadFault }[] }) {
  const { faults } = useWords().liaison.files;
  return (
    <ul>
      {files.map(({ name, fault }) => (
        <li key={`${name} ${fault}`}>{faults[fault](name)}</li>
      ))}
    </ul>
  );
}
