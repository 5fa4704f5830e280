import { commonWords, LONGEST_WORD } from "./common-words.ts";

/**
 * `usual` asks for length and against what is common, and for nothing else (NIST SP 800-63B 3.1.1, ASVS 5.0 6.2).
 * `strict` is what assessors of 等保三级 (GB/T 22239-2019 8.1.4.1) expect besides: kinds of signs, none of the last
 * five again, a new one each quarter, and none that somebody else chose.
 */
export const PASSWORD_PROFILES = ["usual", "strict"] as const;
export type PasswordProfile = (typeof PASSWORD_PROFILES)[number];

/** Fewer characters than this are guessed; more than the most would only cost time. */
export const PASSWORD_LENGTH = { least: 12, most: 200 };
/** How many passwords must not come again, the present one among them. */
export const LAST_PASSWORDS = 5;
export const PASSWORD_DAYS = 90;
const LEAST_KINDS = 3;
/** Of how many pieces a password must be made that somebody has to guess one by one. */
const LEAST_PIECES = 7;

export type PasswordFault = "tooShort" | "tooLong" | "common" | "ownFacts" | "kinds" | "former" | "different";

/** A password as it is kept and compared: the same one, however a keyboard has composed it. */
export const typed = (password: string): string => password.normalize("NFKC");

/** What is wrong with a new password and its repetition; `facts` is what everybody knows of its owner. */
export function faultOfPassword(
  { next, again, facts }: { next: string; again: string; facts: readonly string[] },
  profile: PasswordProfile,
): PasswordFault | null {
  const length = [...typed(next)].length;
  if (length < PASSWORD_LENGTH.least) return "tooShort";
  if (length > PASSWORD_LENGTH.most) return "tooLong";
  if (piecesOf(next) < LEAST_PIECES) return "common";
  if (piecesOf(next, facts) < LEAST_PIECES) return "ownFacts";
  if (profile === "strict" && kindsOf(next) < LEAST_KINDS) return "kinds";
  return next === again ? null : "different";
}

/** How many of upper case, lower case, digit and sign are in it; a letter of any other script counts as a sign. */
export const kindsOf = (password: string): number =>
  [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(typed(password))).length;

/** True where the profile asks for a new one: after 90 days, and for one that its owner didn't choose. */
export const isAged = (setAt: Date | null, profile: PasswordProfile, at: Date): boolean =>
  profile === "strict" &&
  (setAt === null || at.getTime() - setAt.getTime() > PASSWORD_DAYS * 24 * 60 * 60 * 1000);

export type Strength = "short" | "guessable" | "fine" | "strong";

/** How a password stands, in one word for whoever types it. */
export function strengthOf(password: string, facts: readonly string[] = []): Strength {
  if ([...typed(password)].length < PASSWORD_LENGTH.least) return "short";
  const pieces = piecesOf(password, facts);
  if (pieces < LEAST_PIECES) return "guessable";
  return pieces < 2 * LEAST_PIECES ? "fine" : "strong";
}

const WALKS = [
  ..."`1234567890-= qwertyuiop[] asdfghjkl;' zxcvbnm,./ ~!@#$%^&*()_+ 01234567890 abcdefghijklmnopqrstuvwxyz".split(
    " ",
  ),
  ..."1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik, 9ol. 0p;/ !qaz @wsx #edc $rfv %tgb 147 258 369 159 357".split(
    " ",
  ),
].flatMap((walk) => [walk, [...walk].reverse().join("")]);

const LEET: Record<string, string> = {
  ...{ "0": "o", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "2": "z" },
  ...{ "@": "a", $: "s", "!": "i", "|": "l", "+": "t", "(": "c", "€": "e" },
};
const plain = (text: string, one: string) =>
  [...text].map((sign) => (sign === "1" ? one : (LEET[sign] ?? sign))).join("");

/**
 * The fewest pieces that a password can be put together from: common words (in leet too), words about its owner, walks
 * over the keyboard, dates and numbers count as one or two each, however long; what repeats counts as nothing.
 */
export function piecesOf(password: string, facts: readonly string[] = []): number {
  const text = typed(password).toLowerCase();
  const readings = [text, plain(text, "i"), plain(text, "l")];
  const own = ownWords(facts);
  const longest = Math.max(LONGEST_WORD, ...[...own].map((word) => word.length));
  const isWord = (from: number, to: number) =>
    to - from <= longest &&
    readings.some((reading) => {
      const word = reading.slice(from, to);
      return commonWords.has(word) || own.has(word);
    });
  const best = [0];
  for (let to = 1; to <= text.length; to++) {
    let least = Number.POSITIVE_INFINITY;
    for (let from = 0; from < to; from++)
      least = Math.min(least, (best[from] ?? 0) + weightOf(text, from, to, isWord));
    best.push(least);
  }
  return best[text.length] ?? 0;
}

function weightOf(
  text: string,
  from: number,
  to: number,
  isWord: (from: number, to: number) => boolean,
): number {
  const length = to - from;
  const piece = text.slice(from, to);
  if (from >= length && text.slice(from - length, from) === piece) return 0;
  if (length === 1) return 1;
  if (length >= 2 && isWord(from, to)) return 1;
  if (length >= 3 && WALKS.some((walk) => walk.includes(piece))) return 1;
  if (!/^\d+$/.test(piece)) return Number.POSITIVE_INFINITY;
  return isDate(piece) ? 1 : Math.min(length, 2 + Math.floor(length / 8));
}

const isDate = (digits: string): boolean =>
  /^(19|20)\d\d((0[1-9]|1[0-2])([0-2]\d|3[01])?)?$/.test(digits) ||
  /^\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits) ||
  /^(0[1-9]|1[0-2])([0-2]\d|3[01])((19|20)\d\d)?$/.test(digits);

/** What of an owner's facts stands in passwords: whole, in parts, and the last digits of numbers. */
function ownWords(facts: readonly string[]): Set<string> {
  const parts = facts.flatMap((fact) => {
    const plain = fact.normalize("NFKC").toLowerCase();
    const digits = plain.replaceAll(/\D/g, "");
    const ends = digits.length >= 8 ? [digits, digits.slice(-4), digits.slice(-6), digits.slice(-8)] : [];
    return [plain, plain.replaceAll(/[\s.@_-]/g, ""), ...plain.split(/[\s.@_-]+/), ...ends];
  });
  return new Set(parts.filter((part) => part.length >= 2));
}
