import type { ReactNode } from "react";
import { Link } from "react-router";
import { useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  numeric?: boolean;
  /** Names the row: one column of a table. The first one unless another says so. */
  rowHeader?: boolean;
  /** Where the list sorted by this column is. */
  sortTo?: string;
  sorted?: "ascending" | "descending";
  width?: "narrow" | "wide";
  /** For a column of buttons, whose head is only spoken. */
  headHidden?: boolean;
}

// Laid out as cards, a table's parts stop being a table to some screen readers unless they say what they are.
/** The role of a part, said aloud. */
export const as = (role: string) => ({ role });
/** The look of the first column. */
export const stuck = "monitor:sticky monitor:left-0 monitor:z-1 monitor:bg-card";

/** What stands in a cell that holds nothing; a card on a phone leaves it out. */
export const None = ({ children }: { children: ReactNode }) => (
  <span data-none="" className="text-soft">
    {children}
  </span>
);

/** The head of a column; a link where the list can be sorted by it. */
export function Head<Row>({ column, isFirst }: { column: Column<Row>; isFirst: boolean }) {
  const corner = isFirst ? "monitor:left-0 monitor:z-3" : "monitor:z-2";
  const name = column.headHidden ? <span className="sr-only">{column.head}</span> : column.head;
  return (
    <th
      {...as("columnheader")}
      scope="col"
      aria-sort={column.sorted}
      className={`${column.headHidden ? "no-print" : ""} border-b border-line bg-side px-2.5 py-2 text-small font-normal whitespace-nowrap text-soft monitor:sticky monitor:top-0 ${corner} ${column.numeric ? "text-right" : "text-left"}`}
    >
      {column.sortTo ? (
        <Link
          to={column.sortTo}
          preventScrollReset
          className="inline-flex min-h-6 items-center gap-1 text-soft no-underline hover:text-ink"
        >
          {name}
          <Icon
            name="chevron"
            className={`no-print size-3 ${column.sorted ? "text-ink" : "opacity-40"} ${column.sorted === "ascending" ? "rotate-180" : ""}`}
          />
        </Link>
      ) : (
        name
      )}
    </th>
  );
}

interface TotalsProps<Row> {
  columns: readonly Column<Row>[];
  totals: Readonly<Record<string, ReactNode>>;
  hasTicks: boolean;
}

/** The last row, with the sums. */
export function Totals<Row>({ columns, totals, hasTicks }: TotalsProps<Row>) {
  const words = useWords().ui;
  return (
    <tfoot {...as("rowgroup")} className="phone:block">
      <tr {...as("row")} className="phone:block phone:px-4 phone:py-3">
        {hasTicks ? <td {...as("cell")} className="border-t border-line bg-side phone:hidden" /> : null}
        {columns.map((column, index) => {
          const isEmpty = index > 0 && totals[column.key] === undefined;
          return (
            <td
              key={column.key}
              {...as("cell")}
              data-head={column.head}
              className={`border-t border-line bg-side px-2.5 py-2 font-semibold tabular-nums phone:border-0 phone:bg-transparent phone:px-0 phone:py-1 ${index === 0 ? stuck : "phone:flex phone:gap-2 phone:before:content-[attr(data-head)]"} ${isEmpty ? "phone:hidden" : ""} ${column.numeric ? "desk:text-right" : ""}`}
            >
              {totals[column.key] ?? (index === 0 ? words.total : null)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
