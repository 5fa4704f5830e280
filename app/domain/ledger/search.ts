const RUN = /[a-z0-9]+|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/g;

/**
 * What is looked for as a tsquery: every word in it must be there, letters as the beginning of one, digits as a
 * whole one. Null when nothing in it can be looked for. The database cuts texts alike (`words_of`).
 */
export function searchQuery(looked: string): string | null {
  const runs = looked.normalize("NFKC").toLowerCase().match(RUN) ?? [];
  return runs.length === 0 ? null : [...new Set(runs.flatMap(termsOf))].join(" & ");
}

function termsOf(run: string): string[] {
  if (/^\d+$/.test(run)) return [`'${run}'`];
  if (/^[a-z0-9]/.test(run) || run.length === 1) return [`'${run}':*`];
  return Array.from({ length: run.length - 1 }, (_, at) => `'${run.slice(at, at + 2)}'`);
}
