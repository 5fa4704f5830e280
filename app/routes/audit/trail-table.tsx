import type { ReactNode } from "react";
import type { searchTrail } from "../../domain/trail/search-trail.server.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";

type Row = Awaited<ReturnType<typeof searchTrail>>["rows"][number];

/** Who did or looked at what, when, and on which number. */
export function TrailTable({ rows, empty }: { rows: readonly Row[]; empty: ReactNode }) {
  const { trail } = useWords();
  return (
    <DataTable
      caption={trail.audit.title}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { office, security, trail } = useWords();
  const { audit } = trail;
  const format = useFormat();
  const kinds: Record<string, string> = { ...audit.kinds, ...security.trailKinds };
  const commands: Record<string, { done: string }> = office.commands;
  return [
    { key: "at", head: audit.at, width: "narrow", cell: (row) => format.instant(row.at) },
    { key: "who", head: audit.who, cell: (row) => <Who row={row} /> },
    {
      key: "what",
      head: audit.what,
      cell: (row) => (row.kind === "event" ? commands[row.what]?.done : kinds[row.what]) ?? row.what,
    },
    { key: "number", head: audit.number, width: "narrow", cell: (row) => <On row={row} /> },
  ];
}

/** On which number; or which request, about whom; or which setting; or from which key to which. */
function On({ row: { kind, what, number, about, aboutEn } }: { row: Row }) {
  const { clock, security, trail } = useWords();
  const isEnglish = useLocale() === "en";
  if (kind === "rights")
    return (
      <>
        {security.numbered(number)}
        <p className="text-small text-soft">{(isEnglish ? aboutEn : null) ?? about}</p>
      </>
    );
  if (what === "reseal") return trail.audit.resealed(number, about ?? "");
  const rules: Record<string, string> = clock.rules;
  if (what === "periodSet") return rules[number] ?? number;
  return number || trail.audit.noNumber;
}

/** A name and its role; of an enterprise and of the hub only what they are. */
function Who({ row: { actorKind, name, nameEn } }: { row: Row }) {
  const { office, trail } = useWords();
  const isEnglish = useLocale() === "en";
  if (actorKind === "liaison") return trail.audit.enterprise;
  if (actorKind === "worker" || actorKind === "guest") return trail.audit.worker;
  return (
    <>
      {(isEnglish ? nameEn : null) ?? name}
      <p className="text-small text-soft">{office.roles[actorKind]}</p>
    </>
  );
}
