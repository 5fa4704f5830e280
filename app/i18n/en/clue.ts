import type { ClueWords } from "../zh-CN/clue.ts";

export const clue: ClueWords = {
  title: "Clues",
  lead: "Only the discipline team sees them. No list, figure or search of anybody else at the commission knows of these matters.",
  signs: {
    conduct: "The conduct is a breach of discipline",
    person: "Somebody is named",
  },
  hintTitle: "This may be a clue",
  hint: (signs) =>
    `${signs}. It is yours to judge: once moved, only the discipline team sees it, and nobody else at the commission finds this number again.`,
  move: "Move to the discipline team",
  moved: (number) => `${number} was moved to the discipline team; you and your colleagues see it no more`,
  recused: (number) => `${number}: you are recused and see it no more`,
  recuseHint:
    "Whoever is complained of can't find the matter from then on and is told nothing of it. Where it concerns yourself, choose your own name.",
  departmentHint: "From then on this department can neither lead nor assist.",
  wordsHint:
    "The enterprise reads these words. Keep them plain: no name of whoever is complained of, no sanction.",
  returnHint: "The enterprise and the general team read this reason.",
  noteHint: "Only the discipline team reads it.",
  states: { open: "Open", concluded: "Concluded" },
  state: "State",
  filter: "Filters of the clues",
  search: "Number",
  number: "Number",
  matter: "Matter",
  arrived: "Arrived",
  due: "Due",
  result: "Conclusion",
  none: "No clue fits",
  noneText: "What triage moves here, and what enterprises report about the commission itself, appears here.",
  count: (count) => `${count} in all`,
  figures: (year) => `Clues of ${year}`,
  figureNames: {
    arrived: "Arrived",
    accepted: "Accepted",
    acceptedInTime: "Accepted in time",
    concluded: "Concluded",
    returned: "Given back",
  },
  listOf: (year, name) => `${name}, ${year}`,
  backToOpen: "Back to the open clues",
  givenBack: "Given back, and with the rest of the commission again",
  byConduct: "By conduct",
  countOf: "Clues",
};
