import type { ReactNode } from "react";
import type { LedgerFilter } from "../../domain/ledger/filter.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { HiddenFields } from "../../ui/confirm.tsx";

/**
 * The table with its ticks, and what can be done with those rows: each button opens the same numbers elsewhere. A
 * plain form, so that a file is a download and the address holds what was ticked.
 */
export function LedgerTicks({ filter, children }: { filter: LedgerFilter; children: ReactNode }) {
  const { desk, ledger } = useWords();
  const { sort, columns } = filter;
  const button = (action: string, label: string) => (
    <Button tone="secondary" formAction={`/desk/${action}`}>
      {label}
    </Button>
  );
  return (
    <form method="get" action="/desk/ledger" className="group/ticks">
      {/* Empty, so that nothing ticked is nothing, and never everything. */}
      <HiddenFields fields={{ number: "", sort, ...(columns ? { columns: columns.join() } : {}) }} />
      {children}
      <fieldset className="no-print sticky bottom-0 z-10 mt-2 hidden flex-wrap items-center gap-2 rounded-md border border-blue-line bg-blue-wash px-3 py-2 group-has-[tbody_:checked]/ticks:flex phone:bottom-[calc(4rem+env(safe-area-inset-bottom))]">
        <legend className="contents">
          <span className="text-small font-semibold text-blue">{ledger.ticked}</span>
        </legend>
        {button("ledger", ledger.onlyTicked)}
        {button("ledger.xlsx", desk.exportXlsx)}
        {button("ledger.csv", desk.exportCsv)}
        {button("ledger/sheet", ledger.printTicked)}
      </fieldset>
    </form>
  );
}
