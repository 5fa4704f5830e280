const COMPARED_CHARACTERS = 600;

/** The pairs of neighbouring letters, digits and characters of a text; marks and spaces part them. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of text
    .normalize("NFKC")
    .toLowerCase()
    .slice(0, COMPARED_CHARACTERS)
    .split(/[^\p{L}\p{N}]+/u))
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2));
  return pairs;
}

/** How much two texts have in common, 0 to 1: twice the shared pairs by all pairs (Dice). */
export function likeness(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}

export interface Compared {
  title: string;
  description: string;
  field: string;
  conduct: string;
}

/** What makes two complaints alike: the matter above all, then the title, then what it is about. */
export function similarity(a: Compared, b: Compared): number {
  const titles = likeness(pairsOf(a.title), pairsOf(b.title));
  const texts = likeness(pairsOf(`${a.title} ${a.description}`), pairsOf(`${b.title} ${b.description}`));
  const kind = (a.field === b.field ? 0.6 : 0) + (a.conduct === b.conduct ? 0.4 : 0);
  return 0.5 * texts + 0.35 * titles + 0.15 * kind;
}

export const SIMILARITIES = ["almostSame", "close", "some"] as const;
export type Similarity = (typeof SIMILARITIES)[number];

/** A score in words, or null for what isn't alike. */
export function similarityOf(score: number): Similarity | null {
  if (score >= 0.6) return "almostSame";
  if (score >= 0.35) return "close";
  return score >= 0.22 ? "some" : null;
}

/** How many complaints one department led. */
export interface Led {
  departmentId: string;
  led: number;
}

/** Who led matters of this kind: `led` of `of` that were assigned, and the address of exactly these. */
export interface Suggestion extends Led {
  of: number;
  /** Whether of the same conduct too, or of the same field only. */
  among: "sameKind" | "sameField";
  to: string;
}

const least = 2;

/** The department that led most of these, or null when it led too few or none stands out. */
export function mostLed<L extends Led>(counts: readonly L[]): (L & { of: number }) | null {
  const [first, second] = counts.toSorted((a, b) => b.led - a.led);
  if (!first || first.led < least || first.led === second?.led) return null;
  return { ...first, of: counts.reduce((sum, { led }) => sum + led, 0) };
}
