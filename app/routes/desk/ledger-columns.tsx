import { Form } from "react-router";
import { LEDGER_COLUMNS, USUAL_COLUMNS } from "../../domain/ledger/column.ts";
import { FILTER_NAMES, filterQuery } from "../../domain/ledger/filter.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button, buttonLook, TextLink } from "../../ui/button.tsx";
import { HiddenFields } from "../../ui/confirm.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { LedgerLoaded } from "./ledger.tsx";

/** Which columns to show; the choice stands in the address like the filters. */
export function LedgerColumns({ filter }: { filter: LedgerLoaded["filter"] }) {
  const { desk } = useWords();
  const chosen: readonly string[] = filter.columns ?? USUAL_COLUMNS;
  const set = FILTER_NAMES.filter((name) => filter[name] !== undefined);
  const kept = Object.fromEntries(set.map((name) => [name, String(filter[name])]));
  return (
    <Menu
      summary={desk.columns}
      summaryLook={buttonLook()}
      panelLook="absolute right-0 top-full mt-1 w-56 phone:right-auto phone:left-0"
    >
      <Form method="get" action="/desk/ledger" className="p-2">
        <HiddenFields fields={{ ...kept, sort: filter.sort }} />
        <fieldset>
          <legend className="mb-1 text-small text-soft">{desk.columnsHint}</legend>
          {LEDGER_COLUMNS.map((column) => (
            <label key={column} className="flex min-h-11 items-center gap-2 desk:min-h-7">
              <input
                // A new address shows its own choice: a field keeps what it first stood at.
                key={String(chosen.includes(column))}
                type="checkbox"
                name="columns"
                value={column}
                defaultChecked={chosen.includes(column)}
                className="size-4.5 accent-action"
              />
              {desk.ledgerColumns[column]}
            </label>
          ))}
        </fieldset>
        <div className="mt-2 flex items-center gap-3 [&_a]:py-0.5">
          <Button tone="secondary">{desk.columnsApply}</Button>
          <TextLink to={`/desk/ledger${filterQuery(filter, { columns: undefined })}`}>
            {desk.columnsReset}
          </TextLink>
        </div>
      </Form>
    </Menu>
  );
}
