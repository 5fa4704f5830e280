/** Columns of the ledger beside the number, which is always there, in their order. */
export const LEDGER_COLUMNS = [
  "title",
  "kind",
  "grade",
  "source",
  "field",
  "point",
  "lead",
  "status",
  "submitted",
  "due",
  "closed",
  "lamp",
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

export const USUAL_COLUMNS: readonly LedgerColumn[] = [
  "title",
  "field",
  "lead",
  "status",
  "submitted",
  "due",
  "lamp",
];

/** Reads the chosen columns out of an address, in the ledger's order: one value with commas, or one each. */
export function readColumns(params: URLSearchParams): LedgerColumn[] | undefined {
  const named = params.getAll("columns").flatMap((value) => value.split(","));
  const chosen = LEDGER_COLUMNS.filter((column) => named.includes(column));
  return chosen.length === 0 || isUsual(chosen) ? undefined : chosen;
}

const isUsual = (chosen: readonly LedgerColumn[]) => chosen.join() === USUAL_COLUMNS.join();
