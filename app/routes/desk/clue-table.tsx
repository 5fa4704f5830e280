import { dayOf } from "../../domain/clock/day.ts";
import { CLUE_STATES } from "../../domain/clue/state.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { UrgentMark } from "../../ui/urgent-mark.tsx";
import type { Clues } from "./clues.tsx";

/** Open or concluded, and by number; or the figure whose list is open. */
export function ClueFilters({ clues: { filter } }: { clues: Clues }) {
  const { clue } = useWords();
  if (filter.figure)
    return (
      <p className="mb-3 flex flex-wrap gap-x-4">
        <strong>{clue.listOf(filter.figure.year, clue.figureNames[filter.figure.name])}</strong>
        <TextLink to="/clues">{clue.backToOpen}</TextLink>
      </p>
    );
  return (
    <FilterBar
      label={clue.filter}
      action="/clues"
      search={{ name: "q", label: clue.search, value: filter.q }}
      filters={[
        {
          name: "state",
          label: clue.state,
          value: filter.state,
          options: CLUE_STATES.map((value) => ({ value, label: clue.states[value] })),
        },
      ]}
    />
  );
}

/** The clues of one state, with what is due. */
export function ClueTable({ clues }: { clues: Clues }) {
  const { clue } = useWords();
  return (
    <DataTable
      caption={clue.title}
      columns={useColumns(clues)}
      rows={clues.rows}
      rowKey={(row) => row.id}
      empty={<Empty title={clue.none}>{clue.noneText}</Empty>}
    />
  );
}

function useColumns({ filter }: Clues): Column<Clues["rows"][number]>[] {
  const { clue, desk, erasure, office } = useWords();
  const format = useFormat();
  return [
    {
      key: "number",
      head: clue.number,
      width: "narrow",
      cell: (row) => (row.number ? <TextLink to={`/clues/${row.number}`}>{row.number}</TextLink> : desk.none),
    },
    {
      key: "title",
      head: clue.matter,
      width: "wide",
      cell: (row) =>
        row.conduct ? (
          <>
            {row.title || erasure.gone} {row.urgent ? <UrgentMark /> : null}
            <span className="block text-small text-soft">{office.conducts[row.conduct]}</span>
          </>
        ) : (
          <span className="text-soft">{clue.givenBack}</span>
        ),
    },
    {
      key: "arrived",
      head: clue.arrived,
      width: "narrow",
      cell: (row) => format.day(dayOf(new Date(row.createdAt))),
    },
    ...(filter.figure || filter.state === "concluded"
      ? [
          {
            key: "result",
            head: clue.result,
            cell: (row: Clues["rows"][number]) => (row.result ? office.clueResults[row.result] : desk.none),
          },
        ]
      : [
          {
            key: "due",
            head: clue.due,
            width: "narrow" as const,
            cell: (row: Clues["rows"][number]) => (row.dueOn ? format.due(row.dueOn) : desk.none),
          },
          {
            key: "lamp",
            head: desk.lamp,
            width: "narrow" as const,
            cell: (row: Clues["rows"][number]) => (row.lamp ? <Lamp {...row.lamp} /> : desk.none),
          },
        ]),
  ];
}
