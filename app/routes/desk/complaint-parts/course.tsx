import { useWords } from "../../../i18n/use-words.ts";
import { Card } from "../../../ui/card.tsx";
import { Timeline } from "../../../ui/timeline.tsx";
import type { Tone } from "../../../ui/tone.ts";
import { Handed } from "./handed.tsx";
import type { Loaded } from "./loading.server.ts";
import { useDepartmentName, useName, usePersonName } from "./names.ts";
import { SaidValues } from "./said-values.tsx";

export type Happened = Loaded["events"][number];

const setbacks: readonly string[] = [
  "decline",
  "returnAssignment",
  "sendBackReply",
  "sendBackMeasure",
  "rework",
  "refuseWriteOff",
  "withdraw",
  "reopen",
];

function toneOf({ command, actorKind }: Happened): Tone {
  if (setbacks.includes(command)) return "amber";
  if (actorKind === "liaison") return "green";
  return actorKind === "department" ? "blue" : "neutral";
}

/** Everything that happened to it, newest first: who, what they said, what came with it. */
export function Course({ loaded }: { loaded: Loaded }) {
  const { office, desk } = useWords();
  const departmentName = useDepartmentName(loaded.departments);
  const personName = usePersonName();
  const namedIn = useName([...loaded.recused, ...loaded.readers]);
  const done: Readonly<Record<string, { done: string }>> = office.commands;
  const departmentOf = (one: Happened) =>
    departmentName(loaded.matter.assignment.find(({ id }) => id === one.assignmentId)?.departmentId);
  const title = (one: Happened): string => {
    const act = done[one.command]?.done ?? one.command;
    const on = one.actorKind === "department" ? "" : departmentOf(one);
    return on ? desk.actOn(act, on) : act;
  };
  const unit = (one: Happened): string => {
    if (one.actorKind === "liaison") return loaded.point?.code ?? office.roles.liaison;
    if (one.actorKind === "department") return departmentOf(one) || office.roles.department;
    return one.actorKind === "guest" || one.actorKind === "worker"
      ? desk.worker
      : office.roles[one.actorKind];
  };
  return (
    <Card title={desk.course}>
      <Timeline
        label={desk.course}
        events={loaded.events.map((one) => ({
          id: one.id,
          at: one.at,
          title: title(one),
          tone: toneOf(one),
          by: [unit(one), personName(one)].filter(Boolean).join(" · "),
          // What was submitted stands above in full.
          children:
            one.command === "submit" ? undefined : (
              <>
                <SaidValues
                  command={one.command}
                  said={one.said}
                  nameOf={(id) => departmentName(id) || namedIn(id)}
                />
                <Handed loaded={loaded} rows={one.rows} />
              </>
            ),
        }))}
      />
    </Card>
  );
}
