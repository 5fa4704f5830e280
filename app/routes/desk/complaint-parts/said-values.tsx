import { type CommandType, commandFields } from "../../../domain/complaint/commands.ts";
import type { FieldSpec } from "../../../domain/complaint/field.ts";
import { useFormat, useLocale, useWords } from "../../../i18n/use-words.ts";
import { choiceWords } from "../../../ui/choice-words.ts";
import { Passage } from "../../../ui/passage.tsx";

interface SaidProps {
  command: string;
  said: Readonly<Record<string, unknown>>;
  /** The name of a department, or of somebody who was named. */
  nameOf: (id: string) => string;
}

// A list of ids says nothing to a reader, a promise stands in full below, and the files where they came.
const silent = new Set(["release", "evidence", "attachments", "request"]);
const inMeasure: Readonly<Record<string, readonly string[]>> = {
  promiseMeasure: ["words", "owner", "dueOn"],
};

/** What was said with an act: what was chosen in one line, then what was written. */
export function SaidValues({ command, said, nameOf }: SaidProps) {
  const { desk } = useWords();
  const read = useReading(nameOf);
  const specs: Readonly<Record<string, FieldSpec>> = commandFields[command as CommandType] ?? {};
  const labels: Readonly<Record<string, string>> = { ...useWords().office.inputs, ...desk.saidLabels };
  const entries = Object.entries(said)
    .filter(([name]) => name in labels && !silent.has(name) && !inMeasure[command]?.includes(name))
    .map(([name, value]) => ({
      name,
      text: read(name, value),
      isLong: specs[name]?.kind === "long" || name === "markReason",
    }))
    .filter(({ text }) => text !== "");
  const chosen = entries.filter((one) => !one.isLong);
  const written = entries.filter((one) => one.isLong);
  return (
    <>
      {chosen.length > 0 ? (
        <p className="flex flex-wrap gap-x-4">
          {chosen.map(({ name, text }) => (
            <span key={name}>
              <span className="text-small text-soft">{labels[name]}</span> {text}
            </span>
          ))}
        </p>
      ) : null}
      {written.map(({ name, text }) => (
        <div key={name}>
          {written.length > 1 ? <span className="text-small text-soft">{labels[name]}</span> : null}
          <Passage>{text}</Passage>
        </div>
      ))}
    </>
  );
}

function useReading(nameOf: (id: string) => string) {
  const words = useWords();
  const format = useFormat();
  const locale = useLocale();
  const lists = choiceWords(words);
  const read = (name: string, value: unknown): string => {
    if (Array.isArray(value)) {
      const items = value.map((one) => read(name, one)).filter(Boolean);
      return new Intl.ListFormat(locale).format(items);
    }
    if (typeof value === "boolean") return value ? words.desk.yes : "";
    if (typeof value !== "string") return "";
    if (name === "dueOn" || name === "until") return format.day(value);
    return lists[name]?.[value] ?? (nameOf(value) || value);
  };
  return read;
}
