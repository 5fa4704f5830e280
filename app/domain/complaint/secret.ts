/** A text without spaces, signs, accents and widths, and where in the text each of its characters stands. */
export interface Folded {
  text: string;
  from: number[];
  to: number[];
}

/** What is no letter and no digit: it may stand between any two characters of a name and change nothing. */
const UNHEARD = /[\p{M}\p{Z}\p{P}\p{S}\p{C}]/gu;

export function fold(text: string): Folded {
  const folded: Folded = { text: "", from: [], to: [] };
  // A file's text is long, and has few different signs.
  const known = new Map<string, string>();
  // A letter and its accents are one sign: apart they would fold to something else.
  for (const { 0: sign, index } of text.matchAll(/\P{M}\p{M}*/gu)) {
    const plain = known.get(sign) ?? sign.normalize("NFKD").toLowerCase().replace(UNHEARD, "");
    known.set(sign, plain);
    folded.text += plain;
    for (let unit = 0; unit < plain.length; unit++) {
      folded.from.push(index);
      folded.to.push(index + sign.length);
    }
  }
  return folded;
}

/** Where in a folded text a name begins, however it is spaced, punctuated or widened there. */
export function placesOf(name: string, hay: Folded): { at: number; length: number }[] {
  const { text: needle } = fold(name);
  // Names of one character stand in every sentence.
  if (needle.length < 2) return [];
  const places = [];
  for (let at = hay.text.indexOf(needle); at >= 0; at = hay.text.indexOf(needle, at + 1))
    places.push({ at, length: needle.length });
  return places;
}

/** Whether a text that is folded already holds one of the names. */
export const holdsName = (folded: string, names: readonly string[]): boolean =>
  names.map((name) => fold(name).text).some((needle) => needle.length > 1 && folded.includes(needle));
