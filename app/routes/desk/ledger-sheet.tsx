import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { listDepartments } from "../../domain/ledger/dossier.server.ts";
import { filterQuery, readFilter } from "../../domain/ledger/filter.ts";
import { ledgerCount, ledgerPage } from "../../domain/ledger/ledger.server.ts";
import { lampOf } from "../../domain/ledger/reading.ts";
import { recordOpening } from "../../domain/trail/record-opening.server.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import type { Route } from "./+types/ledger-sheet.ts";
import { LedgerTable } from "./ledger-table.tsx";
import { useConditions, useCount } from "./ledger-words.ts";

/** About thirty sheets of A3: nobody reads more on paper, and a browser still lays them out at once. */
const SHEET_ROWS = 1000;

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const at = now();
  const filter = readFilter(new URL(request.url).searchParams);
  const { q: _words, ...said } = filter;
  await recordOpening(actor, { what: "export", complaintId: null, said: { ...said, format: "sheet" } }, at);
  return read(context, async (tx) => {
    const calendar = await loadCalendar(tx);
    const moment = { at, calendar };
    const rows = await ledgerPage(tx, filter, moment, null, SHEET_ROWS + 1);
    return {
      filter,
      departments: await listDepartments(tx),
      isCut: rows.length > SHEET_ROWS,
      count: rows.length > SHEET_ROWS ? await ledgerCount(tx, filter, moment) : rows.length,
      rows: rows.slice(0, SHEET_ROWS).map((row) => ({ ...row, lamp: lampOf(row, at, calendar) })),
    };
  });
}

/** The ledger as it is cut down, as one list to be printed: it says what it shows, and where it stops. */
export default function LedgerSheet({ loaderData }: Route.ComponentProps) {
  const { desk, ledger, ui } = useWords();
  const format = useFormat();
  const countOf = useCount();
  const conditions = useConditions();
  const { filter, departments, rows, isCut, count } = loaderData;
  return (
    <div data-sheet="a3">
      <title>{`${ledger.sheet} · ${ui.product}`}</title>
      <PageHead
        title={desk.ledger}
        lead={[countOf(count), ...conditions(filter, departments)].join(" · ")}
        actions={
          <>
            <ButtonLink to={`/desk/ledger${filterQuery(filter)}`}>{ledger.toLedger}</ButtonLink>
            <PrintButton label={ledger.printNow} />
          </>
        }
      />
      {isCut ? <NoticeBanner tone="warn">{ledger.sheetCut(format.number(rows.length))}</NoticeBanner> : null}
      <LedgerTable loaded={loaderData} isSheet />
    </div>
  );
}
