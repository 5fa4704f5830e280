import type { SeedPoint } from "../liaison-points.ts";
import { random } from "../random.ts";
import type { Matter } from "./matter.ts";

export interface Pair {
  matter: Matter;
  point: SeedPoint;
}

// The cast's own points report more than others, so that whoever signs in as one finds something there.
// Few matters are in English, so the one that writes it takes about half of those.
const CAST = 3;
const shares = { "zh-CN": 4, en: 20 };

/** For each matter, in order, a point to which it could happen; `points` as `liaisonPoints` lists them. */
export function pairWithPoints(
  seed: number,
  matters: readonly Matter[],
  points: readonly SeedPoint[],
): Pair[] {
  const chance = random(seed ^ 0x70616972);
  const lots = points.flatMap((point, index) =>
    Array<SeedPoint>(index < CAST ? shares[point.contact.locale] : 1).fill(point),
  );
  return matters.map((matter) => {
    const suitable = lots.filter((point) => matter.suits(point));
    if (suitable.length === 0) throw new Error(`No liaison point suits “${matter.title}”.`);
    return { matter, point: chance.pick(suitable) };
  });
}
