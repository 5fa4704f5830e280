import { useLocale, useWords } from "../../../i18n/use-words.ts";
import { Card } from "../../../ui/card.tsx";
import { Timeline } from "../../../ui/timeline.tsx";
import type { Loaded } from "../complaint.tsx";
import { useDepartmentName } from "./names.ts";
import { SaidValues } from "./said-values.tsx";

type Happened = Loaded["events"][number];

/** Everything that happened to it, newest first. */
export function Course({ loaded }: { loaded: Loaded }) {
  const { office, desk } = useWords();
  const locale = useLocale();
  const nameOf = useDepartmentName(loaded.departments);
  const done: Readonly<Record<string, { done: string }>> = office.commands;
  const by = (one: Happened): string => {
    const assignment = loaded.matter.assignment.find((each) => each.id === one.assignmentId);
    const name = (locale === "en" ? one.actorEn : null) ?? one.actor ?? "";
    if (one.actorKind === "liaison") return [loaded.point.code, name].join(" · ");
    const unit = one.actorKind === "guest" || one.actorKind === "worker" ? "" : office.roles[one.actorKind];
    return [assignment ? nameOf(assignment.departmentId) : unit, name].filter(Boolean).join(" · ");
  };
  return (
    <Card title={desk.course}>
      <Timeline
        label={desk.course}
        events={loaded.events.map((one) => ({
          id: one.id,
          at: one.at,
          title: done[one.command]?.done ?? one.command,
          by: by(one),
          // What was submitted stands above in full.
          children:
            one.command === "submit" ? undefined : <SaidValues said={one.said} departmentName={nameOf} />,
        }))}
      />
    </Card>
  );
}
