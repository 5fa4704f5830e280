import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { type RowChoice, RowTick, TickAll } from "./row-choice.tsx";
import { as, type Column, Head, stuck, Totals } from "./table-parts.tsx";

export type { Column };

interface DataTableProps<Row> {
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
  /** A last row, by column key. */
  totals?: Readonly<Record<string, ReactNode>>;
  /** Rows that can be ticked, for an act on several of them. */
  select?: RowChoice<Row>;
}

const edge = "border-b border-hair px-2.5 py-2 align-top print:py-1";

/** A dense table whose head and first column stay in sight; on a phone each row is a card. */
export function DataTable<Row>({ rows, empty, captionShown = false, ...table }: DataTableProps<Row>) {
  const words = useWords().ui;
  const { caption, columns, totals, select } = table;
  if (rows.length === 0 && empty) return <div className="rounded-lg border border-line bg-card">{empty}</div>;
  return (
    <section
      aria-label={words.scrollTable(caption)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the screen, it has to scroll by keyboard
      tabIndex={0}
      // Positioned, so that words only spoken scroll with their rows and do not lengthen the page.
      className="relative rounded-lg border border-line bg-card monitor:max-h-[max(24rem,calc(100dvh-10rem))] monitor:overflow-auto"
    >
      <table {...as("table")} className="w-full border-separate border-spacing-0 phone:block">
        <caption className={captionShown ? "px-4 py-3 text-left font-semibold phone:block" : "sr-only"}>
          {caption}
        </caption>
        <thead {...as("rowgroup")} className="phone:sr-only">
          <tr {...as("row")}>
            {select ? <TickAll name={select.name} /> : null}
            {columns.map((column, index) => (
              <Head key={column.key} column={column} isFirst={index === 0} />
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")} className="phone:block">
          {rows.map((row) => (
            <Row key={table.rowKey(row)} row={row} columns={columns} select={select} />
          ))}
        </tbody>
        {totals ? <Totals columns={columns} totals={totals} hasTicks={select !== undefined} /> : null}
      </table>
    </section>
  );
}

const widths = { narrow: "desk:w-px desk:whitespace-nowrap", wide: "desk:min-w-48" };

interface RowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  select?: RowChoice<Row>;
}

function Row<Row>({ row, columns, select }: RowProps<Row>) {
  const header = columns.find((column) => column.rowHeader) ?? columns[0];
  return (
    <tr
      {...as("row")}
      className="group phone:relative phone:flex phone:flex-col phone:border-b phone:border-line phone:px-4 phone:py-3 phone:last:border-0"
    >
      {select ? <RowTick select={select} row={row} className={edge} /> : null}
      {columns.map((column, index) => {
        const isHeader = column === header;
        const Cell = isHeader ? "th" : "td";
        const look = isHeader
          ? "text-left font-normal phone:-order-1 phone:block phone:pb-1 phone:font-semibold"
          : column.headHidden
            ? "phone:block phone:pt-2"
            : "phone:grid phone:grid-cols-[5.5rem_minmax(0,1fr)] phone:gap-2 phone:before:text-soft phone:before:content-[attr(data-head)] phone:has-[[data-none]]:hidden";
        const place = `${edge} group-last:border-0 phone:border-0 phone:px-0 phone:py-1 ${index === 0 ? stuck : ""}`;
        return (
          <Cell
            key={column.key}
            {...as(isHeader ? "rowheader" : "cell")}
            scope={isHeader ? "row" : undefined}
            data-head={column.head}
            className={`${column.headHidden ? "no-print" : ""} ${place} ${look} ${column.width ? widths[column.width] : ""} ${column.numeric ? "tabular-nums desk:text-right" : ""}`}
          >
            <div className="min-w-0">{column.cell(row)}</div>
          </Cell>
        );
      })}
    </tr>
  );
}
