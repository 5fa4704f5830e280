import type { Role } from "../../../../db/vocabulary.ts";
import type { CommandType } from "../../../domain/complaint/commands.ts";
import { useLocale, useWords } from "../../../i18n/use-words.ts";
import type { OptionGroup } from "../../../ui/select-field.tsx";

type Person = { id: string; name: string; nameEn: string | null; role: Role };

/** The people who may be complained of, by what they are. */
export function usePeople(people: readonly Person[]): OptionGroup[] {
  const { office } = useWords();
  const isEnglish = useLocale() === "en";
  const groups = [...Map.groupBy(people, ({ role }) => role)];
  return groups.map(([role, members]) => ({
    label: office.roles[role],
    options: members.map(({ id, name, nameEn }) => ({
      value: id,
      label: isEnglish ? (nameEn ?? name) : name,
    })),
  }));
}

/** What stands below the fields of the acts on clues, of a recusal and of an erasure: above all who reads the words. */
export function useClueHints(type: CommandType): Record<string, string> {
  const { clue, erasure } = useWords();
  switch (type) {
    case "recuse":
      return { concerned: clue.recuseHint, concernedDepartment: clue.departmentHint };
    case "acceptClue":
    case "concludeClue":
      return { words: clue.wordsHint };
    case "returnFromClue":
      return { reason: clue.returnHint };
    case "moveToClue":
      return { reason: clue.noteHint };
    case "noteClue":
      return { note: clue.noteHint };
    case "askErasure":
      return { erasureGround: erasure.groundHint, reason: erasure.reasonHint };
    default:
      return {};
  }
}
