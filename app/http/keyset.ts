import { isId } from "./forms.ts";

/** Where a page of a list ended: its last row's instant and id. */
export interface Mark {
  createdAt: Date;
  id: string;
}

/** A mark for the address, or null at the end. */
export const markOf = (row: Mark | undefined): string | null =>
  row ? `${row.createdAt.getTime()}_${row.id}` : null;

/** The mark in `?after=`; one that nobody made means the beginning. */
export function markIn(url: URL): Mark | null {
  const found = /^(\d{1,14})_(.+)$/.exec(url.searchParams.get("after") ?? "");
  const id = found?.[2];
  return id && isId(id) ? { createdAt: new Date(Number(found[1])), id } : null;
}
