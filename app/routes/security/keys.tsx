import { dayOf } from "../../domain/clock/day.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { type KeyFact, keyFacts } from "../../http/keys.server.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { Route } from "./+types/keys.ts";

export async function loader({ context }: Route.LoaderArgs) {
  only(context, "secadmin");
  return { keys: await read(context, keyFacts), today: dayOf(now()) };
}

export default function Keys({ loaderData: { keys, today } }: Route.ComponentProps) {
  const { door, security } = useWords();
  return (
    <>
      <title>{door.title(security.keysTitle)}</title>
      <PageHead title={security.keysTitle} lead={security.keysLead} />
      <DataTable
        caption={security.keysTitle}
        columns={useColumns(today)}
        rows={keys}
        rowKey={({ name }) => name}
      />
    </>
  );
}

function useColumns(today: string): Column<KeyFact>[] {
  const { security } = useWords();
  const format = useFormat();
  const renewal = ({ renewOn, state }: KeyFact) => {
    if (state === "missing") return <span data-none />;
    if (!renewOn) return security.keyNoDate;
    return renewOn < today ? security.keyOverdue(format.day(renewOn)) : security.keyDue(format.day(renewOn));
  };
  return [
    {
      key: "key",
      head: security.key,
      cell: (row) => (
        <>
          {security.keyNames[row.name]}
          <p className="text-small text-soft">{security.keyPlaces[row.place]}</p>
        </>
      ),
    },
    { key: "print", head: security.keyPrint, cell: (row) => <Print row={row} /> },
    {
      key: "since",
      head: security.keySince,
      width: "narrow",
      cell: (row) =>
        row.sinceOn ? (
          format.day(row.sinceOn)
        ) : row.state === "missing" ? (
          <span data-none />
        ) : (
          security.keyUnknownSince
        ),
    },
    { key: "renew", head: security.keyRenew, cell: renewal },
    { key: "how", head: security.keyHow, width: "wide", cell: (row) => security.keyCommands[row.name] },
  ];
}

function Print({ row }: { row: KeyFact }) {
  const { security } = useWords();
  const { state, print, ids } = row;
  if (state === "missing") return <StatusChip label={security.keyMissing} tone="amber" />;
  if (state === "unreachable") return <StatusChip label={security.keyUnreachable} tone="amber" />;
  if (state === "plain") return <StatusChip label={security.keyPlain} tone="amber" />;
  if (ids) return security.keyCurrent(ids.current, ids.all.join(", "));
  if (row.name === "database") return security.keyTls(print ?? "");
  return print ? <code className="break-all">{print}</code> : security.keyPresent;
}
