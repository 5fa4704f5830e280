import type { AssignmentPage } from "../domain/assignment/view.server.ts";
import type { CommandType } from "../domain/complaint/commands.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { useWords } from "../i18n/use-words.ts";
import { Card } from "./card.tsx";
import { Passage } from "./passage.tsx";
import { Timeline } from "./timeline.tsx";

type Step = AssignmentPage["steps"][number];

/** What happened to an assignment, the latest first: what was done, by which side, and what it said. */
export function AssignmentTimeline({ assignment }: { assignment: AssignmentPage }) {
  const words = useWords();
  const { department } = words;
  const events = assignment.steps.map((step) => ({
    id: step.id,
    at: step.at,
    by: step.byCommission ? department.byCommission : (step.officer ?? department.byUs),
    tone: step.byCommission ? ("blue" as const) : ("green" as const),
    ...told(words, assignment, step),
  }));
  return (
    <Card title={department.course}>
      <Timeline label={department.course} events={events} />
    </Card>
  );
}

/** A step in words. A ruling is told by its result, and a rung of the ladder by its name, where they are known. */
function told({ department, office }: Words, { extension, returnedAt, ruling }: AssignmentPage, step: Step) {
  const { steps } = department;
  const { command, words } = step;
  const done = command === "recalled" ? steps.recalled : office.commands[command as CommandType].done;
  const passage = words ? <Passage>{words}</Passage> : undefined;
  if (command === "climb") return { title: steps[words as keyof typeof steps] ?? done };
  if (command === "sign" || command === "nameOfficer")
    return { title: done, children: words ? <Passage>{department.officerIs(words)}</Passage> : undefined };
  if (command === "ruleOnExtension" && typeof extension?.granted === "boolean")
    return { title: office.extensionRulings[extension.granted ? "granted" : "refused"], children: passage };
  if (command === "ruleOnReturn" && returnedAt && ruling)
    return { title: office.rulings[ruling], children: passage };
  return { title: done, children: passage };
}
