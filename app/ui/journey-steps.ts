import { type ComplaintStatus, JOURNEY, type JourneyStep } from "../../db/vocabulary.ts";
import { statuses } from "../domain/complaint/lifecycle.ts";
import type { JourneyStep as ShownStep } from "./journey.tsx";

/** The seven steps for a complaint in this status. What ended early shows how far it came. */
export function journeySteps(
  status: ComplaintStatus,
  labels: Readonly<Record<JourneyStep, string>>,
): ShownStep[] {
  const reached = JOURNEY.indexOf(statuses[status].step);
  return JOURNEY.map((step, index) => ({
    label: labels[step],
    state: status === "closed" || index < reached ? "done" : index === reached ? "current" : "todo",
  }));
}
