import { useWords } from "../i18n/use-words.ts";
import { StatusChip } from "./status-chip.tsx";

/** The highest priority: before everything else. */
export function UrgentMark() {
  return <StatusChip label={useWords().office.urgent} tone="red" />;
}
