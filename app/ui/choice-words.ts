import type { Words } from "../i18n/dictionaries.ts";

/** The words for every value of a field that is chosen from a list, by the name of the field. */
export const choiceWords = ({
  office,
}: Words): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  grade: office.grades,
  kind: office.kinds,
  field: office.fields,
  conduct: office.conducts,
  ground: office.declineGrounds,
  ruling: office.rulings,
  decision: office.extensionRulings,
  way: office.contactWays,
  rating: office.ratings,
  solved: office.solved,
  result: office.lookBackResults,
  clueResult: office.clueResults,
  worse: office.worse,
  erasureGround: office.erasureGrounds,
  verdict: office.verdicts,
  rung: office.rungs,
  disclosure: office.disclosures,
  to: office.disclosures,
});
