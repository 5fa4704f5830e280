import { useWords } from "../i18n/use-words.ts";
import { useHydrated } from "./use-hydrated.ts";

export interface RowChoice<Row> {
  /** The field's name in the form around the table. */
  name: string;
  value: (row: Row) => string;
  /** Names the row for a screen reader. */
  label: (row: Row) => string;
}

interface RowTickProps<Row> {
  select: RowChoice<Row>;
  row: Row;
  className: string;
}

/** The tick of one row. */
export function RowTick<Row>({ select, row, className }: RowTickProps<Row>) {
  return (
    <td
      className={`no-print ${className} desk:w-px phone:absolute phone:top-0.5 phone:right-1 phone:border-0 phone:p-0`}
    >
      <label className="grid size-6 place-items-center phone:size-11">
        <input
          type="checkbox"
          name={select.name}
          value={select.value(row)}
          aria-label={select.label(row)}
          className="size-4 accent-action"
        />
      </label>
    </td>
  );
}

/** Ticks all rows that are shown; only a convenience, so only where scripts run. */
export function TickAll({ name }: { name: string }) {
  const words = useWords().ui;
  const isHydrated = useHydrated();
  return (
    <th
      scope="col"
      className="w-px border-b align-middle border-line bg-side px-2.5 py-2 no-print monitor:sticky monitor:top-0 monitor:z-2"
    >
      {isHydrated ? (
        <input
          type="checkbox"
          aria-label={words.selectAll}
          className="size-4 accent-action"
          onChange={(event) => tickAll(event.currentTarget, name)}
        />
      ) : (
        <span className="sr-only">{words.selectAll}</span>
      )}
    </th>
  );
}

function tickAll(box: HTMLInputElement, name: string) {
  const table = box.closest("table");
  for (const tick of table?.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]") ?? []) {
    if (tick.name === name) tick.checked = box.checked;
  }
}
