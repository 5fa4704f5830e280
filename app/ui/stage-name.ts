import type { Turn } from "../domain/assignment/acts.ts";
import type { Words } from "../i18n/dictionaries.ts";

/** Where an assignment stands, in a word or two. */
export const stageName = ({ department, office }: Words, turn: Turn): string =>
  turn in office.assignmentStatuses
    ? office.assignmentStatuses[turn as keyof typeof office.assignmentStatuses]
    : department.stages[turn as keyof typeof department.stages];
