import type { CommandType } from "../domain/complaint/commands.ts";
import type { Words } from "../i18n/dictionaries.ts";

/** What an enterprise reads of an act: a sentence of its own, else what the office calls it. */
export function sayHappened({ liaison, office }: Words, command: string, department?: string): string {
  const { happened, theDepartment } = liaison;
  return command in happened
    ? happened[command as keyof typeof happened](department ?? theDepartment)
    : office.commands[command as CommandType].done;
}
