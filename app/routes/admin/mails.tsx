import { MAIL_STATUSES } from "../../../db/vocabulary.ts";
import { mailCounts, mailsOf } from "../../domain/notice/ledger.server.ts";
import { mailFaultOf } from "../../domain/notice/mail-fault.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { Route } from "./+types/mails.ts";

const path = "/admin/mails";
const addressOf = (query: Record<string, string | null | undefined>) => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

export async function loader({ context, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const status = MAIL_STATUSES.find((value) => value === url.searchParams.get("status")) ?? null;
  const q = url.searchParams.get("q")?.replaceAll("\0", "").trim().slice(0, 80) || null;
  const after = markIn(url);
  return read(context, async (tx) => {
    const { rows, hasMore } = await mailsOf(tx, { after, status, q });
    return {
      rows: rows.map((row) => ({ ...row, fault: row.lastError ? mailFaultOf(row.lastError) : null })),
      counts: await mailCounts(tx, q),
      status,
      q,
      firstTo: after ? addressOf({ q, status }) : null,
      nextTo: hasMore ? addressOf({ q, status, after: markOf(rows.at(-1)) }) : null,
    };
  });
}

export default function Mails({ loaderData }: Route.ComponentProps) {
  const { door } = useWords();
  const words = door.admin;
  const { q, status, firstTo, nextTo } = loaderData;
  return (
    <>
      <title>{door.title(words.mails)}</title>
      <PageHead title={words.mails} lead={words.mailsLead} />
      <FilterBar
        label={words.filterMails}
        search={{ name: "q", label: words.mailSearch, value: q }}
        keep={status ? { status } : {}}
        filters={[]}
      />
      <Statuses {...loaderData} />
      <DataTable
        caption={words.mails}
        columns={useColumns()}
        rows={loaderData.rows}
        rowKey={(row) => row.id}
        empty={<Empty title={words.noMails}>{words.noMailsText}</Empty>}
      />
      <Pager firstTo={firstTo} nextTo={nextTo} />
    </>
  );
}

type Loaded = Route.ComponentProps["loaderData"];
type Row = Loaded["rows"][number];

function Statuses({ counts, q, status }: Pick<Loaded, "counts" | "q" | "status">) {
  const { door, office, ui } = useWords();
  const all = MAIL_STATUSES.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const shown = MAIL_STATUSES.filter((one) => counts[one] || one === status);
  return (
    <Tabs
      label={door.admin.mailStatus}
      items={[
        { to: addressOf({ q }), label: ui.all, count: all, current: status === null },
        ...shown.map((one) => ({
          to: addressOf({ q, status: one }),
          label: office.mailStatuses[one],
          count: counts[one] ?? 0,
          current: one === status,
        })),
      ]}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { door, office } = useWords();
  const words = door.admin;
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  return [
    { key: "at", head: words.mailAt, width: "narrow", cell: (row) => format.instant(row.createdAt) },
    {
      key: "to",
      head: words.mailTo,
      cell: (row) => (
        <>
          {isEnglish ? (row.nameEn ?? row.name) : row.name}
          <p className="text-small break-all text-soft">{row.email}</p>
        </>
      ),
    },
    { key: "kind", head: words.mailKind, cell: (row) => office.noticeKinds[row.kind] },
    { key: "number", head: words.mailNumber, width: "narrow", cell: (row) => row.number ?? "—" },
    { key: "status", head: words.mailStatus, cell: (row) => <Outcome row={row} /> },
    {
      key: "tries",
      head: words.mailTries,
      width: "narrow",
      cell: (row) => format.number(row.attempts),
      numeric: true,
    },
  ];
}

/** Where a mail stands, and for one that did not go why, and what to do about it. */
function Outcome({ row: { status, fault, lastError } }: { row: Row }) {
  const { door, office } = useWords();
  const words = door.admin;
  const isBad = ["failed", "bounced", "complained"].includes(status);
  return (
    <>
      <StatusChip
        label={office.mailStatuses[status]}
        tone={isBad ? "red" : status === "queued" ? "amber" : "green"}
      />
      {fault ? (
        <details className="mt-1 max-w-90 text-small">
          <summary className="min-h-6 cursor-pointer">{words.mailFaults[fault]}</summary>
          <p className="break-words text-soft">
            {words.mailError} <span lang="en">{lastError}</span>
          </p>
        </details>
      ) : null}
    </>
  );
}
