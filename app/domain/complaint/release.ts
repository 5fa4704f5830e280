import type { Withheld } from "../../../db/vocabulary.ts";
import type { CleanedCopy, StoredFile } from "./complaint.ts";
import type { Original } from "./marks.ts";
import { holdsName } from "./secret.ts";

/**
 * Why a file may not be released: what its cleaning found, or that it still says who reported. Where the
 * enterprise agreed to be named, there is no name to look for.
 */
export function withheldFor(copy: CleanedCopy, { name, creditCode, number }: Original): Withheld | null {
  if (copy.withheld) return copy.withheld;
  const outright = name.length > 0 ? [...name, ...creditCode, ...number] : [];
  return holdsName(copy.text, outright) ? "namesReporter" : null;
}

/** The facts of the copy that goes out in place of an original; null where there is none, or not yet. */
export function releasable(
  copy: CleanedCopy | null,
  original: Original,
): Pick<StoredFile, "bytes" | "sha256" | "storageKey"> | null {
  if (!copy || withheldFor(copy, original)) return null;
  const { bytes, sha256, storageKey } = copy;
  return bytes === null || !sha256 || !storageKey ? null : { bytes, sha256, storageKey };
}
