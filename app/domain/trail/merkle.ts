import { createHash } from "node:crypto";

/**
 * A Merkle tree by RFC 9162 (2.1): leaves and nodes are hashed apart, and the left side of each node is the largest
 * full tree. All hashes are lower-case hex; what somebody made of one that is none comes to another root, not to an error.
 */
const hash = (prefix: number, ...parts: readonly string[]): string => {
  const sum = createHash("sha256").update(Uint8Array.of(prefix));
  for (const part of parts) sum.update(Buffer.from(part, "hex"));
  return sum.digest("hex");
};

const leaf = (row: string) => hash(0, row);
const node = (left: string, right: string) => hash(1, left, right);

/** The largest power of two below `count`, which is two at least. */
const leftOf = (count: number) => 2 ** Math.ceil(Math.log2(count) - 1);

/** The root over the hashes of rows, in their order; of none, the hash of nothing. */
export function rootOf(rows: readonly string[], from = 0, to = rows.length): string {
  if (to - from === 0) return createHash("sha256").digest("hex");
  if (to - from === 1) return leaf(rows[from] ?? "");
  const middle = from + leftOf(to - from);
  return node(rootOf(rows, from, middle), rootOf(rows, middle, to));
}

/** What one needs besides a row to come to the root: the neighbours on the way up, the nearest first. */
export function pathOf(rows: readonly string[], place: number, from = 0, to = rows.length): string[] {
  if (to - from < 2) return [];
  const middle = from + leftOf(to - from);
  return from + place < middle
    ? [...pathOf(rows, place, from, middle), rootOf(rows, middle, to)]
    : [...pathOf(rows, from + place - middle, middle, to), rootOf(rows, from, middle)];
}

/** The root to which a row at its place among `count` leads by a path, or null where the path is none of its. */
export function rootBy(row: string, place: number, count: number, path: readonly string[]): string | null {
  if (count === 1) return path.length === 0 && place === 0 ? leaf(row) : null;
  const neighbour = path.at(-1);
  if (neighbour === undefined || place >= count) return null;
  const left = leftOf(count);
  const rest = path.slice(0, -1);
  const own = place < left ? rootBy(row, place, left, rest) : rootBy(row, place - left, count - left, rest);
  if (own === null) return null;
  return place < left ? node(own, neighbour) : node(neighbour, own);
}
