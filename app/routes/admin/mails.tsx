import { MAIL_STATUSES } from "../../../db/vocabulary.ts";
import { mailCounts, mailsOf } from "../../domain/notice/ledger.server.ts";
import { mailFaultOf } from "../../domain/notice/mail-fault.ts";
import { newId } from "../../domain/people/new-id.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { Route } from "./+types/mails.ts";
import { MailOutcome } from "./mail-outcome.tsx";

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
    const { rows, hasMore } = await mailsOf(tx, { after, status, q }, now());
    return {
      rows: rows.map((row) => ({
        ...row,
        fault: row.lastError ? mailFaultOf(row.lastError) : null,
        commandId: row.isRepeatable ? newId() : null,
      })),
      repeated: url.searchParams.get("repeated"),
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
  const { q, status, repeated, firstTo, nextTo } = loaderData;
  return (
    <>
      <title>{door.title(words.mails)}</title>
      <PageHead title={words.mails} lead={words.mailsLead} />
      {repeated === "yes" ? <NoticeBanner tone="success">{words.mailRepeated}</NoticeBanner> : null}
      {repeated === "no" ? <NoticeBanner tone="info">{words.mailNotRepeated}</NoticeBanner> : null}
      <FilterBar
        label={words.filterMails}
        search={{ name: "q", label: words.mailSearch, value: q }}
        keep={status ? { status } : {}}
        filters={[]}
      />
      <Statuses {...loaderData} />
      <DataTable
        caption={words.mails}
        columns={useColumns({ q, status })}
        rows={loaderData.rows}
        rowKey={(row) => row.id}
        empty={<Empty title={words.noMails}>{words.noMailsText}</Empty>}
      />
      <Pager firstTo={firstTo} nextTo={nextTo} />
    </>
  );
}

type Loaded = Route.ComponentProps["loaderData"];
export type MailRow = Loaded["rows"][number];
type Row = MailRow;

function Statuses({ counts, q, status }: Pick<Loaded, "counts" | "q" | "status">) {
  const { door, office, ui } = useWords();
  const shown = MAIL_STATUSES.filter(
    (one) => counts[one] || one === "sent" || one === "delivered" || one === status,
  );
  return (
    <Tabs
      label={door.admin.mailStatus}
      items={[
        { to: addressOf({ q }), label: ui.all, current: status === null },
        ...shown.map((one) => ({
          to: addressOf({ q, status: one }),
          label: office.mailStatuses[one],
          count: counts[one],
          current: one === status,
        })),
      ]}
    />
  );
}

function useColumns(list: Pick<Loaded, "q" | "status">): Column<Row>[] {
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
    { key: "number", head: words.mailNumber, width: "narrow", cell: (row) => <NumberCell row={row} /> },
    { key: "status", head: words.mailStatus, cell: (row) => <MailOutcome row={row} list={list} /> },
    {
      key: "tries",
      head: words.mailTries,
      width: "narrow",
      cell: (row) => format.number(row.attempts),
      numeric: true,
    },
  ];
}

/** The number that a mail is about; beside a contact it would tell who reported what. */
function NumberCell({ row: { number, isContact } }: { row: Row }) {
  const words = useWords().door.admin;
  if (!isContact) return number ?? "—";
  return <span className="text-soft">{words.mailHidden}</span>;
}
