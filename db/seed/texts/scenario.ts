import type { Conduct, Field, Grade, Industry, Kind } from "../../vocabulary.ts";

/**
 * A matter before its particulars. In the texts {1} {2} {3} stand for the parts of one line of `of`,
 * {us} for the enterprise, {ago} for how long it has lasted, {dist} for the district and {n} for a number.
 */
export interface Scenario {
  field: Field;
  conduct: Conduct;
  kind?: Kind;
  grade: Grade;
  /** Code of the department that leads; "district" is the government of the matter's district. */
  lead: string;
  with?: readonly string[];
  /** The department that the matter is easily sent to by mistake. */
  wrong: string;
  since: "weeks" | "months" | "long";
  /** Industries in which it may happen; any where left out. An association speaks for its members. */
  suits?: readonly Industry[];
  /** Only small and micro enterprises would say this. */
  small?: true;
  of: readonly string[];
  title: string;
  text: string;
  about: string;
  /** What it is about, as a noun. */
  topic: string;
  brief: string;
  /** What the department says that it did. */
  did: string;
  /** What came of it, as a sentence without its full stop. */
  outcome: string;
  /** What supervision may learn from it, as a sentence without its full stop. */
  advice: string;
  measures?: readonly (readonly [text: string, days: number])[];
  /** `topic` and `outcome` for an enterprise that writes English. */
  english?: { topic: string; outcome: string };
}

export const factories: readonly Industry[] = [
  "electronics",
  "machinery",
  "foodProcessing",
  "textiles",
  "chemicals",
  "biomedicine",
  "newEnergy",
];
