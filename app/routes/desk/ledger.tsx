import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { dayOf, yearOf } from "../../domain/clock/day.ts";
import { listDepartments } from "../../domain/ledger/dossier.server.ts";
import {
  FILTER_NAMES,
  filterQuery,
  readCursor,
  readFilter,
  SORTS,
  writeCursor,
} from "../../domain/ledger/filter.ts";
import {
  cursorOf,
  LEDGER_PAGE,
  ledgerCount,
  ledgerPage,
  ledgerYears,
} from "../../domain/ledger/ledger.server.ts";
import { lampOf } from "../../domain/ledger/reading.ts";
import { listViews } from "../../domain/ledger/view.server.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ButtonLink, TextLink } from "../../ui/button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import type { Route } from "./+types/ledger.ts";
import { LedgerColumns } from "./ledger-columns.tsx";
import { LedgerFilters } from "./ledger-filters.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import { LedgerViews } from "./ledger-tabs.tsx";
import { LedgerTicks } from "./ledger-ticks.tsx";
import { useCount, usePeriod } from "./ledger-words.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const params = new URL(request.url).searchParams;
  const filter = readFilter(params);
  const cursor = readCursor(params.get("after"));
  const at = now();
  return read(context, async (tx) => {
    const calendar = await loadCalendar(tx);
    const moment = { at, calendar };
    const found = await ledgerPage(tx, filter, moment, cursor, LEDGER_PAGE + 1);
    const rows = found.slice(0, LEDGER_PAGE);
    const last = rows.at(-1);
    return {
      filter,
      years: [...new Set([yearOf(dayOf(at)), ...(await ledgerYears(tx))])],
      views: await listViews(tx, actor.personId),
      isFirst: cursor === null,
      count: await ledgerCount(tx, filter, moment),
      departments: await listDepartments(tx),
      rows: rows.map((row) => ({ ...row, lamp: lampOf(row, at, calendar) })),
      next: found.length > LEDGER_PAGE && last ? writeCursor(cursorOf(last, filter.sort)) : null,
    };
  });
}

export type LedgerLoaded = Awaited<ReturnType<typeof loader>>;

export default function Ledger({ loaderData }: Route.ComponentProps) {
  const { desk, ledger, ui } = useWords();
  const period = usePeriod();
  const { filter, next, isFirst } = loaderData;
  const query = filterQuery(filter);
  const path = `/desk/ledger${query}`;
  return (
    <>
      <title>{`${desk.ledger} · ${ui.product}`}</title>
      <PageHead
        title={desk.ledger}
        lead={filter.retention ? ledger.retentionNote : filter.figure ? period(filter) : desk.ledgerLead}
        actions={
          <>
            <ButtonLink to={`/desk/ledger/views${query}`}>{ledger.keepView}</ButtonLink>
            <LedgerColumns filter={filter} />
            <ButtonLink to={`/desk/ledger.xlsx${query}`} reloadDocument>
              {desk.exportXlsx}
            </ButtonLink>
            <ButtonLink to={`/desk/ledger.csv${query}`} reloadDocument>
              {desk.exportCsv}
            </ButtonLink>
            <ButtonLink to={`/desk/ledger/sheet${query}`}>{desk.print}</ButtonLink>
          </>
        }
      />
      <LedgerViews loaded={loaderData} />
      <LedgerFilters loaded={loaderData} />
      <TotalsLine loaded={loaderData} />
      <LedgerTicks filter={filter}>
        <LedgerTable loaded={loaderData} />
      </LedgerTicks>
      <Pager
        firstTo={isFirst ? null : path}
        nextTo={next ? `${path}${query ? "&" : "?"}after=${encodeURIComponent(next)}` : null}
      />
    </>
  );
}

/** How many there are and how far they are cut down; on a phone, where the table has no head, also the order. */
function TotalsLine({ loaded }: { loaded: LedgerLoaded }) {
  const { desk, ui } = useWords();
  const countOf = useCount();
  const { filter } = loaded;
  const set = FILTER_NAMES.filter((name) => filter[name] !== undefined).length;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 text-small [&_a]:py-0.5">
      <strong>{countOf(loaded.count)}</strong>
      {set > 0 ? (
        <>
          <span className="text-soft">{desk.conditions(set)}</span>
          <TextLink to={`/desk/ledger${filterQuery({ sort: filter.sort, columns: filter.columns })}`}>
            {ui.clearFilters}
          </TextLink>
        </>
      ) : null}
      <span className="ml-auto flex gap-3 desk:hidden">
        {SORTS.filter((sort) => sort !== filter.sort).map((sort) => (
          <TextLink key={sort} to={`/desk/ledger${filterQuery(filter, { sort })}`}>
            {desk.sortBy[sort]}
          </TextLink>
        ))}
      </span>
    </div>
  );
}
