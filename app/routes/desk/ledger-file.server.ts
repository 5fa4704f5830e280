import { writeXlsxStream } from "hucre/xlsx";
import type { PersonActor } from "../../domain/access/actor.ts";
import { openUnit } from "../../domain/access/with-actor.server.ts";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { BOM, csvLine, neutral } from "../../domain/ledger/csv.ts";
import type { LedgerFilter } from "../../domain/ledger/filter.ts";
import { type LedgerRow, ledgerRows } from "../../domain/ledger/ledger.server.ts";
import { lampOf } from "../../domain/ledger/reading.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import type { Locale } from "../../i18n/words.ts";
import { lampText } from "../../ui/lamp.tsx";

interface ExportRequest {
  actor: PersonActor;
  filter: LedgerFilter;
  locale: Locale;
  at: Date;
}

/** Every row of the filter as texts, the head first, out of one snapshot that is let go when reading ends. */
async function* lines({ actor, filter, locale, at }: ExportRequest): AsyncGenerator<string[]> {
  const unit = await openUnit(actor, "read");
  try {
    const calendar = await loadCalendar(unit.tx);
    yield headOf(locale);
    for await (const row of ledgerRows(unit.tx, filter, { at, calendar })) {
      const reading = lampOf(row, at, calendar);
      const lamp = reading ? lampText(wordsOf(locale).ui, reading.lamp, reading.workingDaysLeft) : "";
      yield [...cellsOf(row, locale), lamp];
    }
  } finally {
    await unit.close("rollback").catch(() => {});
  }
}

function headOf(locale: Locale): string[] {
  const { desk, office } = wordsOf(locale);
  const { inputs } = office;
  return [
    desk.number,
    desk.matter,
    inputs.kind,
    inputs.field,
    inputs.conduct,
    inputs.grade,
    desk.point,
    inputs.lead,
    desk.status,
    desk.submitted,
    desk.due,
    desk.closed,
    desk.lamp,
  ];
}

// Written as the office reads it, not as an instant: a spreadsheet has no time zones.
const instant = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

function cellsOf(row: LedgerRow, locale: Locale): string[] {
  const { office } = wordsOf(locale);
  return [
    row.number,
    row.title,
    office.kinds[row.kind],
    office.fields[row.field],
    office.conducts[row.conduct],
    row.grade ?? "",
    row.pointCode,
    (locale === "en" ? row.leadEn : row.lead) ?? "",
    office.statuses[row.status].label,
    instant.format(row.submittedAt),
    row.dueOn ?? "",
    row.closedAt ? instant.format(row.closedAt) : "",
  ];
}

/** The ledger as a workbook, written while it is read. */
export function xlsxOf(request: ExportRequest): ReadableStream<Uint8Array> {
  return writeXlsxStream(workbookRows(request), {
    name: wordsOf(request.locale).desk.ledger,
    freezePane: { rows: 1 },
  });
}

async function* workbookRows(request: ExportRequest) {
  for await (const cells of lines(request)) yield cells.map(neutral);
}

/** The ledger as UTF-8 text with commas, written while it is read. */
export function csvOf(request: ExportRequest): ReadableStream<Uint8Array> {
  const source = lines(request);
  const encoder = new TextEncoder();
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(`${isFirst ? BOM : ""}${csvLine(value)}`));
      isFirst = false;
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}
