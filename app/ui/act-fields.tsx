import { Fragment, type ReactNode } from "react";
import { type CommandType, commandFields } from "../domain/complaint/commands.ts";
import type { FieldError, FieldSpec } from "../domain/complaint/field.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { useWords } from "../i18n/use-words.ts";
import { CheckField } from "./check-field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { choiceWords } from "./choice-words.ts";
import { DateField } from "./date-field.tsx";
import { FileField, takenFiles } from "./file-field.tsx";
import { FormScope, type FormValues, useFormScope } from "./form-scope.tsx";
import { Icon } from "./icon.tsx";
import { type Option, type OptionGroup, SelectField } from "./select-field.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";

export type FieldErrors = Readonly<Record<string, FieldError | undefined>>;

export interface ActFieldsProps {
  type: CommandType;
  /** What was typed, or what is stored; the form around it has them already where it is given values. */
  values?: FormValues;
  errors?: FieldErrors;
  departments?: readonly { id: string; name: string }[];
  /** People who may be named, in groups. */
  people?: readonly OptionGroup[];
  /** Original files that may be released. */
  attachments?: readonly { id: string; name: string }[];
  /** Small text below the label, by field name. */
  hints?: Readonly<Record<string, ReactNode>>;
  /** Small text beside an option, by field name and option. */
  optionHints?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What an empty act stands at. */
  suggested?: Readonly<Record<string, string>>;
  /** In place of a field, by its name. */
  instead?: Readonly<Record<string, ReactNode>>;
}

/** Errors of a form in the reader's language. */
export function sayErrors(words: Words, errors: FieldErrors = {}): Record<string, string> {
  const said: Record<string, string> = {};
  for (const [name, error] of Object.entries(errors)) {
    if (error) said[name] = words.office.fieldErrors[error];
  }
  return said;
}

/** Whether the form of this act takes files, and must be sent as multipart/form-data. */
export const takesFiles = (type: CommandType) =>
  Object.values<FieldSpec>(commandFields[type]).some((spec) => spec.kind === "files");

/** The fields of one act, drawn from the same list that reads them. */
export function ActFields({ type, values, errors, ...options }: ActFieldsProps) {
  const words = useWords();
  const scope = useFormScope();
  const fields = Object.entries<FieldSpec>(commandFields[type]);
  return (
    <FormScope
      values={{ ...options.suggested, ...scope.values, ...values }}
      errors={{ ...scope.errors, ...sayErrors(words, errors) }}
      labels={scope.labels}
      idPrefix={scope.idPrefix}
    >
      {fields.map(([name, spec]) =>
        options.instead?.[name] ? (
          <Fragment key={name}>{options.instead[name]}</Fragment>
        ) : (
          <ActField key={name} name={name} spec={spec} {...options} />
        ),
      )}
    </FormScope>
  );
}

type ActFieldProps = Omit<ActFieldsProps, "type" | "values" | "errors"> & { name: string; spec: FieldSpec };

const optionsOf = (rows: readonly { id: string; name: string }[] = []): Option[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

function ActField({ name, spec, departments, people = [], attachments, hints, optionHints }: ActFieldProps) {
  const words = useWords();
  const { labels } = useFormScope();
  const label = labels[name] ?? words.office.inputs[name as keyof Words["office"]["inputs"]] ?? name;
  const common = { name, label, hint: hints?.[name], required: !spec.optional };
  switch (spec.kind) {
    case "text":
      return <TextField {...common} maxLength={spec.max} isCounted />;
    case "number":
      return <TextField {...common} placeholder="HY2026-00001" autoComplete="off" />;
    case "long":
      return <TextArea {...common} maxLength={spec.max} />;
    case "markReason":
      // Only words that are marked need it: whoever knows the marks puts the field in its place.
      return null;
    case "day":
      return <DateField {...common} />;
    case "flag":
      return <CheckField {...common} value="on" />;
    case "files":
      return <FileField {...common} multiple accept={takenFiles} />;
    case "department":
      return <SelectField {...common} options={optionsOf(departments)} placeholder={words.ui.choose} />;
    case "person":
      return <SelectField {...common} options={people} placeholder={words.ui.choose} />;
    case "departments":
      return <Departments {...common} options={optionsOf(departments)} />;
    case "release":
      return attachments?.length ? (
        <Files {...common} files={attachments} hintOf={optionHints?.[name]} />
      ) : null;
    case "choice":
      return <Choices {...common} codes={spec.options} hintOf={optionHints?.[name]} />;
  }
}

type CommonProps = { name: string; label: string; hint?: ReactNode; required: boolean };

function Many(props: CommonProps & { options: Option[] }) {
  return <ChoiceField {...props} multiple layout="chips" />;
}

/** Files one below the other, with what becomes of each. */
function Files({
  files,
  hintOf,
  ...common
}: CommonProps & {
  files: readonly { id: string; name: string }[];
  hintOf?: Readonly<Record<string, string>>;
}) {
  const options = optionsOf(files).map((file) => ({ ...file, hint: hintOf?.[file.value] }));
  return <ChoiceField {...common} options={options} multiple layout="list" />;
}

/** Several out of a list too long to show, behind one press; open while something in it is chosen. */
function Departments(props: CommonProps & { options: Option[] }) {
  const words = useWords();
  const chosen = useFormScope().values[props.name];
  return (
    <details open={(chosen?.length ?? 0) > 0} className="max-w-[46rem]">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full border border-line px-3 hover:border-edge desk:min-h-8">
        <Icon name="plus" className="size-3.5" />
        {words.triage.addDepartments}
      </summary>
      <div className="mt-2">
        <Many {...props} />
      </div>
    </details>
  );
}

const MANY = 6;

function Choices({
  codes,
  hintOf,
  ...common
}: CommonProps & { codes: readonly string[]; hintOf?: Readonly<Record<string, string>> }) {
  const words = useWords();
  const labels = choiceWords(words)[common.name] ?? {};
  const options = codes.map((code) => ({ value: code, label: labels[code] ?? code, hint: hintOf?.[code] }));
  if (options.length > MANY)
    return <SelectField {...common} options={options} placeholder={words.ui.choose} />;
  return <ChoiceField {...common} options={options} layout={hintOf ? "tiles" : "chips"} />;
}
