import { ENDED_STATUSES, JOURNEY } from "../../../../db/vocabulary.ts";
import { dayOf } from "../../../domain/clock/day.ts";
import { stepEndings } from "../../../domain/complaint/journey.ts";
import { statuses } from "../../../domain/complaint/lifecycle.ts";
import { ownerOf } from "../../../domain/complaint/turn.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import type { JourneyStep as ShownStep } from "../../../ui/journey.tsx";
import type { Loaded } from "./loading.server.ts";
import { useDepartmentName, usePersonName } from "./names.ts";

/** The seven steps: of those behind, the day and who did it; of the present one, who is at it. */
export function useJourney(loaded: Loaded): ShownStep[] {
  const { office, desk } = useWords();
  const format = useFormat();
  const personName = usePersonName();
  const atIt = useAtIt(loaded);
  const { status } = loaded.matter.complaint;
  const reached = JOURNEY.indexOf(statuses[status].step);
  const hasEnded = (ENDED_STATUSES as readonly string[]).includes(status);
  return JOURNEY.map((name, index) => {
    const ending = loaded.events.find((one) => stepEndings[name].includes(one.command));
    // What ended early was never at the later steps.
    const isDone = hasEnded ? ending !== undefined : index < reached;
    const label = office.journey[name];
    if (!hasEnded && index === reached) return { label, state: "current", note: atIt };
    if (!isDone) return { label, state: "todo", note: hasEnded ? undefined : desk.stepAhead[name] };
    const note = ending && desk.stepNote(format.day(dayOf(new Date(ending.at))), personName(ending));
    return { label, state: "done", note };
  });
}

function useAtIt({ departments, matter, standing }: Loaded): string | undefined {
  const { office, desk } = useWords();
  const departmentName = useDepartmentName(departments);
  const owner = ownerOf(standing.turn);
  if (owner === "department") return departmentName(matter.complaint.leadDepartmentId);
  if (owner === "liaison") return desk.enterprise;
  return owner === null || owner === "calendar" ? undefined : office.roles[owner];
}
