type Ask = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

/**
 * Tables that whoever asks may change by asking at all, each with the reason. Every other one, those that are yet to
 * come as well, stays as it is: no request here is one that a page of ours would send.
 */
const mayChange: Record<string, string> = {
  draft: "a draft is kept as it is typed, right or wrong",
  ledger_view: "any short text is a name for one's own filters",
  session: "is noted as used",
  opening: "who opened what is written down",
  chain: "and chained",
  notice: "is marked as read",
  guess_budget: "guesses are counted",
  proof_count: "and tries of a second factor",
  sealed_news: "the broker tells of sealed matters in the morning, whoever asks meanwhile",
  cleaned_copy: "copies of files are made when the page that may release them is opened",
};

/** Of other tables, what of a row stays as it is, and of which rows. */
const partly: Record<string, string> = {
  // One's language and mail follow a form without a version.
  person: "select to_jsonb(t) - '{locale,mailing}'::text[] as row from person t",
  // By its mails of the morning too.
  mail: "select to_jsonb(t) as row from mail t where kind <> 'sealedNews'",
  // A file may be laid beside a draft of one's own.
  attachment: "select to_jsonb(t) as row from attachment t where complaint_id is not null",
};

/** How each table stands: its rows' hash, by name. */
export async function standing(ask: Ask): Promise<Map<string, string>> {
  const tables = await ask<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    if (name in mayChange) continue;
    const rows = partly[name] ?? `select to_jsonb(t) as row from "${name}" t`;
    const [sum] = await ask<{ hash: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(row::text, 0)), 0) as hash from (${rows}) as rows`,
    );
    found.set(name, sum?.hash ?? "");
  }
  return found;
}

/** The tables that are not as they were. */
export const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
