import { ENDED_STATUSES, JOURNEY } from "../../db/vocabulary.ts";
import { dayOf } from "../domain/clock/day.ts";
import type { EnterpriseComplaint } from "../domain/complaint/enterprise-view.server.ts";
import { stepEndings } from "../domain/complaint/journey.ts";
import { statuses } from "../domain/complaint/lifecycle.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import type { JourneyStep as ShownStep } from "./journey.tsx";

/**
 * The seven steps for an enterprise, those behind with their day. What ended early was never at the later ones; begun
 * once more before that, what the round before had reached is not behind.
 */
export function useEnterpriseJourney({ status, steps, departments }: EnterpriseComplaint): ShownStep[] {
  const labels = useWords().office.journey;
  const format = useFormat();
  const reached = JOURNEY.indexOf(statuses[status].step);
  const endedEarly = status !== "closed" && (ENDED_STATUSES as readonly string[]).includes(status);
  const ends = JOURNEY.map((step) => {
    // Of a department's reply an enterprise is told when it was given, not as an act.
    const replied = step === "reply" ? departments.find((one) => one.repliedAt)?.repliedAt : undefined;
    return replied ?? steps.find((one) => stepEndings[step].includes(one.command))?.at;
  });
  const firstOpen = ends.indexOf(undefined);
  return JOURNEY.map((step, index) => {
    const at = ends[index];
    const cameSoFar = firstOpen === -1 || index < firstOpen;
    const isBehind = status === "closed" || (endedEarly ? cameSoFar : index < reached);
    const isCurrent = !isBehind && !endedEarly && index === reached;
    return {
      label: labels[step],
      state: isBehind ? "done" : isCurrent ? "current" : "todo",
      note: isBehind && at ? format.day(dayOf(at)) : undefined,
    };
  });
}
