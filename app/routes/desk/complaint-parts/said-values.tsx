import type { CommandType } from "../../../domain/complaint/commands.ts";
import type { Words } from "../../../i18n/dictionaries.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { Checklist } from "../../../ui/checklist.tsx";
import { Passage } from "../../../ui/passage.tsx";
import type { Loaded } from "../complaint.tsx";

const listsOf = ({ office }: Words): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  grade: office.grades,
  kind: office.kinds,
  field: office.fields,
  conduct: office.conducts,
  ground: office.declineGrounds,
  ruling: office.rulings,
  way: office.contactWays,
  rating: office.ratings,
  solved: office.solved,
  result: office.lookBackResults,
  verdict: office.verdicts,
  disclosure: office.disclosures,
});

interface SaidProps {
  said: Readonly<Record<string, unknown>>;
  departmentName: (id: string) => string;
}

/** What was said with an act: longer words as a passage, the rest as small pairs. */
export function SaidValues({ said, departmentName }: SaidProps) {
  const words = useWords();
  const inputs: Readonly<Record<string, string>> = words.office.inputs;
  const lists = listsOf(words);
  const read = (name: string, value: unknown): string => {
    if (Array.isArray(value))
      return value
        .map((one) => read(name, one))
        .filter(Boolean)
        .join("、");
    if (typeof value === "boolean") return value ? words.desk.yes : "";
    if (typeof value === "object" && value !== null) return "name" in value ? String(value.name) : "";
    if (typeof value !== "string" && typeof value !== "number") return "";
    return lists[name]?.[String(value)] ?? (departmentName(String(value)) || String(value));
  };
  const entries = Object.entries(said)
    // A list of ids says nothing to a reader; the files themselves stand with the assignment.
    .filter(([name]) => name in inputs && name !== "release")
    .map(([name, value]) => ({ name, text: read(name, value) }))
    .filter(({ text }) => text !== "");
  return entries.map(({ name, text }) => (
    <div key={name}>
      <span className="text-small text-soft">{inputs[name]}</span>
      <Passage>{text}</Passage>
    </div>
  ));
}

/** What has to be seen before deciding: the checklist of a write-off. */
export function Summary({ type, loaded }: { type: CommandType; loaded: Loaded }) {
  const { office } = useWords();
  if (type !== "approveWriteOff" || loaded.checks.length === 0) return null;
  return (
    <Checklist
      items={loaded.checks.map(({ check, met }) => ({ label: office.writeOffChecks[check], done: met }))}
    />
  );
}
