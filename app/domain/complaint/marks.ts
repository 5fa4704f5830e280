import { fold, placesOf } from "./secret.ts";
import { callsOf, shortFormsOf } from "./short-forms.ts";

/** So many characters in a row are the enterprise's own words and no summary: its manner betrays it. */
const COPIED_CHARACTERS = 12;

/** What in a text for a department may tell who reported; the weaker come first. */
export const MARK_KINDS = [
  "copied",
  "fileName",
  "person",
  "shortName",
  "number",
  "creditCode",
  "name",
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A stretch of a text, from one index to before another. */
export interface Mark {
  from: number;
  to: number;
  kind: MarkKind;
}

/** What a text for a department is compared with: words that would tell who reported, and what they wrote. */
export type Original = Readonly<Record<MarkKind, readonly string[]>>;

/** What is known of who reported a matter, of the matter itself and of its files; all who might have, where it is sealed. */
export interface Reported {
  points: readonly { name: string; shortName: string; creditCode?: string }[];
  people: readonly { name: string; nameEn?: string | null; mobile?: string | null; email?: string }[];
  matter: { number: string; title: string; description: string; about: string; disclosure: string };
  supplements: readonly { answer: string | null }[];
  files: readonly { name: string }[];
}

export const nothingReported: Original = {
  name: [],
  creditCode: [],
  number: [],
  shortName: [],
  person: [],
  fileName: [],
  copied: [],
};

/** A shorter name of a file says what kind of paper it is, in words that anybody would use: 6 of Chinese, 12 letters. */
const FILE_NAME_LETTERS = 12;
const lettersOf = (name: string) => fold(name).text.replace(/\p{Script=Han}/gu, "..").length;

/**
 * What is looked for. Where the enterprise agreed to be named, its name and words may be told; the
 * numbers of its people are their own, and were no part of that.
 */
export function originalOf({ points, people, matter, supplements, files }: Reported): Original {
  const reach = people.flatMap(({ mobile, email }) => [mobile?.replace(/\D/g, "").slice(-11), email]);
  const number = reach.filter((one) => one !== undefined && one.length > 5) as string[];
  if (matter.disclosure === "named") return { ...nothingReported, number };
  const names = people.flatMap(({ name, nameEn }) => (nameEn ? [name, nameEn] : [name]));
  return {
    name: points.map(({ name }) => name),
    creditCode: points.flatMap(({ creditCode }) => creditCode ?? []),
    number: [...number, matter.number],
    shortName: points.flatMap(({ name, shortName }) => shortFormsOf(name, shortName)),
    person: names.flatMap(callsOf),
    fileName: files
      .map(({ name }) => name.replace(/\.[a-z0-9]{1,8}$/i, ""))
      .filter((name) => lettersOf(name) >= FILE_NAME_LETTERS),
    copied: [
      matter.title,
      matter.description,
      matter.about,
      ...supplements.flatMap(({ answer }) => answer ?? []),
    ],
  };
}

/** Whether a mark can't be sent whatever the reason, in a matter that isn't named: it says outright who it was. */
export const isOutright = (kind: MarkKind) => ["name", "creditCode", "number"].includes(kind);

/** Everything in a text that may tell who reported, in its order; where two meet, the stronger is marked. */
export function marksIn(words: string, original: Original): Mark[] {
  const hay = fold(words);
  const kinds: (MarkKind | undefined)[] = [];
  const paint = (kind: MarkKind, at: number, length: number) =>
    kinds.fill(kind, hay.from[at], hay.to[at + length - 1]);
  kinds.length = words.length;
  for (const at of copiedAt(hay.text, original.copied)) paint("copied", at, COPIED_CHARACTERS);
  for (const kind of MARK_KINDS) {
    if (kind === "copied") continue;
    for (const name of original[kind])
      for (const { at, length } of placesOf(name, hay))
        if (isOutright(kind) || standsAlone(words, hay.from[at] ?? 0, hay.to[at + length - 1] ?? 0))
          paint(kind, at, length);
  }
  return stretches(kinds);
}

/** A short name in Latin letters is one only where no longer word goes on around it. */
function standsAlone(words: string, from: number, to: number): boolean {
  const goesOn = (pair: string) => /^[\p{Script=Latin}\d]{2}$/u.test(pair);
  return !goesOn(words.slice(Math.max(0, from - 1), from + 1)) && !goesOn(words.slice(to - 1, to + 1));
}

function copiedAt(own: string, texts: readonly string[]): number[] {
  const theirs = new Set<string>();
  for (const text of texts) {
    const { text: plain } = fold(text);
    for (let at = 0; at + COPIED_CHARACTERS <= plain.length; at++)
      theirs.add(plain.slice(at, at + COPIED_CHARACTERS));
  }
  const places = [];
  for (let at = 0; at + COPIED_CHARACTERS <= own.length; at++)
    if (theirs.has(own.slice(at, at + COPIED_CHARACTERS))) places.push(at);
  return places;
}

function stretches(kinds: readonly (MarkKind | undefined)[]): Mark[] {
  const marks: Mark[] = [];
  for (const [at, kind] of kinds.entries()) {
    const last = marks.at(-1);
    if (kind === undefined) continue;
    if (last?.to === at && last.kind === kind) last.to = at + 1;
    else marks.push({ from: at, to: at + 1, kind });
  }
  return marks;
}
