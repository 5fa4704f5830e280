import { writeXlsxStream } from "hucre/xlsx";
import type { PersonActor } from "../../domain/access/actor.ts";
import { openUnit } from "../../domain/access/with-actor.server.ts";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import type { LampReading } from "../../domain/clock/lamp.ts";
import { type LedgerColumn, USUAL_COLUMNS } from "../../domain/ledger/column.ts";
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

/** Every row of the filter as texts, the head first and whose copy it is last, out of one snapshot that is let go when reading ends. */
async function* lines({ actor, filter, locale, at }: ExportRequest): AsyncGenerator<string[]> {
  const all = columnsOf(locale);
  const columns = (filter.columns ?? USUAL_COLUMNS).flatMap((column) => all[column]);
  const unit = await openUnit(actor, "read");
  try {
    const calendar = await loadCalendar(unit.tx);
    yield [wordsOf(locale).desk.number, ...columns.map(({ head }) => head)];
    for await (const row of ledgerRows(unit.tx, filter, { at, calendar })) {
      const reading = lampOf(row, at, calendar);
      yield [row.number, ...columns.map(({ cell }) => cell(row, reading))];
    }
    const { files, office } = wordsOf(locale);
    const name = (locale === "en" ? actor.nameEn : null) ?? actor.name;
    yield [files.exported(name, office.roles[actor.kind], instant.format(at))];
  } finally {
    await unit.close("rollback").catch(() => {});
  }
}

// Written as the office reads it, not as an instant: a spreadsheet has no time zones.
const instant = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

type Cell = (row: LedgerRow, reading: LampReading | null) => string;

/** Each column as it goes into a file; where the page shows two things in one, the file has a column for each. */
function columnsOf(locale: Locale): Record<LedgerColumn, { head: string; cell: Cell }[]> {
  const { desk, office, ui, custody, erasure } = wordsOf(locale);
  const { inputs } = office;
  const one = (column: LedgerColumn, cell: Cell) => [{ head: desk.ledgerColumns[column], cell }];
  return {
    title: one("title", (row) => row.title || erasure.gone),
    kind: one("kind", (row) => office.kinds[row.kind]),
    grade: one("grade", (row) => row.grade ?? ""),
    source: one("source", (row) => office.sources[row.source]),
    field: [
      { head: inputs.field, cell: (row) => office.fields[row.field] },
      { head: inputs.conduct, cell: (row) => office.conducts[row.conduct] },
    ],
    point: one("point", (row) => row.pointCode ?? custody.sealed),
    lead: one("lead", (row) => (locale === "en" ? row.leadEn : row.lead) ?? ""),
    status: one("status", (row) => office.statuses[row.status]),
    submitted: one("submitted", (row) => instant.format(row.submittedAt)),
    due: one("due", (row) => row.dueOn ?? ""),
    closed: one("closed", (row) => (row.closedAt ? instant.format(row.closedAt) : "")),
    lamp: one("lamp", (_, read) => (read ? lampText(ui, read.lamp, read.workingDaysLeft) : "")),
  };
}

/** How wide each column of a workbook is, in characters: with none given, a title shows its first words only. */
const widths: Record<LedgerColumn, number[]> = {
  title: [48],
  kind: [14],
  grade: [10],
  source: [16],
  field: [22, 22],
  point: [12],
  lead: [28],
  status: [14],
  submitted: [18],
  due: [12],
  closed: [18],
  lamp: [20],
};

/** The ledger as a workbook, written while it is read; head and numbers stay in sight. */
export function xlsxOf(request: ExportRequest): ReadableStream<Uint8Array> {
  const { columns = USUAL_COLUMNS } = request.filter;
  return writeXlsxStream(workbookRows(request), {
    name: wordsOf(request.locale).desk.ledger,
    freezePane: { rows: 1, columns: 1 },
    columns: [16, ...columns.flatMap((column) => widths[column])].map((width) => ({ width })),
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
