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
import { cursorOf, LEDGER_PAGE, ledgerCount, ledgerPage } from "../../domain/ledger/ledger.server.ts";
import { lampOf } from "../../domain/ledger/reading.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink, TextLink } from "../../ui/button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import type { Route } from "./+types/ledger.ts";
import { LedgerColumns } from "./ledger-columns.tsx";
import { LedgerFilters } from "./ledger-filters.tsx";
import { LedgerTable } from "./ledger-table.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  only(context, "intake", "supervisor");
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
      year: yearOf(dayOf(at)),
      isFirst: cursor === null,
      count: await ledgerCount(tx, filter, moment),
      departments: await listDepartments(tx),
      rows: rows.map((row) => ({ ...row, lamp: lampOf(row, at, calendar) })),
      next: found.length > LEDGER_PAGE && last ? writeCursor(cursorOf(last, filter.sort)) : null,
    };
  });
}

export type LedgerLoaded = Awaited<ReturnType<typeof loader>>;

/** How many there are, as far as they were counted. */
function useCount(count: number): string {
  const { desk } = useWords();
  const format = useFormat();
  return count > 10_000 ? desk.countMore(format.number(10_000)) : desk.count(format.number(count));
}

export default function Ledger({ loaderData }: Route.ComponentProps) {
  const { desk, ui } = useWords();
  const { filter, next, isFirst } = loaderData;
  const query = filterQuery(filter);
  const path = `/desk/ledger${query}`;
  return (
    <div data-sheet="a3">
      <title>{`${desk.ledger} · ${ui.product}`}</title>
      <PageHead
        title={desk.ledger}
        lead={
          filter.figure && filter.year
            ? desk.figureOf(filter.year, desk.figures[filter.figure])
            : desk.ledgerLead
        }
        actions={
          <>
            <LedgerColumns filter={filter} />
            <ButtonLink to={`/desk/ledger.xlsx${query}`} reloadDocument>
              {desk.exportXlsx}
            </ButtonLink>
            <ButtonLink to={`/desk/ledger.csv${query}`} reloadDocument>
              {desk.exportCsv}
            </ButtonLink>
            <PrintButton label={desk.print} />
          </>
        }
      />
      <LedgerFilters loaded={loaderData} />
      <TotalsLine loaded={loaderData} />
      <LedgerTable loaded={loaderData} />
      <Pager
        firstTo={isFirst ? null : path}
        nextTo={next ? `${path}${query ? "&" : "?"}after=${encodeURIComponent(next)}` : null}
      />
    </div>
  );
}

/** How many there are and how far they are cut down; on a phone, where the table has no head, also the order. */
function TotalsLine({ loaded }: { loaded: LedgerLoaded }) {
  const { desk, ui } = useWords();
  const { filter } = loaded;
  const set = FILTER_NAMES.filter((name) => filter[name] !== undefined).length;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 text-small [&_a]:py-0.5">
      <strong>{useCount(loaded.count)}</strong>
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
