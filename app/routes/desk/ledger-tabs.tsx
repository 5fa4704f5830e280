import { filterQuery, type LedgerFilter } from "../../domain/ledger/filter.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Tabs } from "../../ui/tabs.tsx";
import type { LedgerLoaded } from "./ledger.tsx";

type Ready = keyof ReturnType<typeof useWords>["ledger"]["ready"];

/** Views that everybody has, none of which is dear to open. */
const ready: Record<Ready, Partial<LedgerFilter>> = {
  all: {},
  handling: { status: "handling" },
  verifying: { status: "verifying" },
  red: { lamp: "red" },
  clearing: { status: "clearing" },
  keyProblem: { keyProblem: true },
  retention: { retention: "due" },
};

/** The ledger cut down in one press: in the usual ways, and in the reader's own. */
export function LedgerViews({ loaded: { filter, views } }: { loaded: LedgerLoaded }) {
  const { ledger } = useWords();
  const { columns, sort, ...set } = filter;
  const shown = filterQuery({ ...set, sort: "submitted" });
  const own = views.map(({ name, query }) => ({
    to: `/desk/ledger${query}`,
    label: name,
    current: query !== "" && query === filterQuery(filter),
  }));
  const usual = (Object.keys(ready) as Ready[]).map((name) => ({
    to: `/desk/ledger${filterQuery({ sort, columns, ...ready[name] })}`,
    label: ledger.ready[name],
    current: shown === filterQuery({ sort: "submitted", ...ready[name] }) && !own.some((one) => one.current),
  }));
  return <Tabs label={ledger.views} items={[...usual, ...own]} />;
}
