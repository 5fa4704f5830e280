import type { CommandType } from "../complaint/commands.ts";
import { type Case, openClue } from "../complaint/complaint.ts";

/** Whether an act on a clue has its place now, by how far the clue has come; of any other act it says nothing. */
export function isInPlace(type: CommandType, matter: Pick<Case, "clue">): boolean {
  const clue = openClue(matter);
  switch (type) {
    case "acceptClue":
      return clue !== undefined && clue.acceptedAt === null;
    case "concludeClue":
      return clue !== undefined && clue.acceptedAt !== null;
    case "returnFromClue":
      return clue !== undefined;
    case "askErasure":
      return clue === undefined;
    default:
      return true;
  }
}
