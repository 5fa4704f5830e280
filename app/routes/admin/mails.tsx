import { MAIL_STATUSES } from "../../../db/vocabulary.ts";
import { mailsOf } from "../../domain/notice/ledger.server.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { Route } from "./+types/mails.ts";

export async function loader({ context, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const status = MAIL_STATUSES.find((value) => value === url.searchParams.get("status")) ?? null;
  const number = url.searchParams.get("q")?.replaceAll("\0", "").trim().slice(0, 40) || null;
  const after = markIn(url);
  const { rows, hasMore } = await read(context, (tx) => mailsOf(tx, { after, status, number }));
  const next = new URLSearchParams(url.searchParams);
  next.set("after", markOf(rows.at(-1)) ?? "");
  return { rows, status, number, isFirst: after === null, nextTo: hasMore ? `/admin/mails?${next}` : null };
}

export default function Mails({ loaderData }: Route.ComponentProps) {
  const { door, office } = useWords();
  const words = door.admin;
  const columns = useColumns();
  const statuses = MAIL_STATUSES.map((value) => ({ value, label: office.mailStatuses[value] }));
  return (
    <>
      <title>{door.title(words.mails)}</title>
      <PageHead title={words.mails} lead={words.mailsLead} />
      <FilterBar
        label={words.filterMails}
        search={{ name: "q", label: words.mailNumber, value: loaderData.number }}
        filters={[{ name: "status", label: words.mailStatus, value: loaderData.status, options: statuses }]}
      />
      <DataTable
        caption={words.mails}
        columns={columns}
        rows={loaderData.rows}
        rowKey={(row) => row.id}
        empty={<Empty title={words.noMails} />}
      />
      <Pager firstTo={loaderData.isFirst ? null : "/admin/mails"} nextTo={loaderData.nextTo} />
    </>
  );
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

function useColumns(): Column<Row>[] {
  const { door, office } = useWords();
  const words = door.admin;
  const format = useFormat();
  const isBad = ({ status }: Row) => ["failed", "bounced", "complained"].includes(status);
  return [
    { key: "at", head: words.mailAt, cell: (row) => format.instant(row.createdAt) },
    { key: "to", head: words.mailTo, cell: (row) => row.email },
    { key: "kind", head: words.mailKind, cell: (row) => office.noticeKinds[row.kind] },
    { key: "number", head: words.mailNumber, cell: (row) => row.number ?? "" },
    {
      key: "status",
      head: words.mailStatus,
      cell: (row) => (
        <StatusChip label={office.mailStatuses[row.status]} tone={isBad(row) ? "red" : "neutral"} />
      ),
    },
    { key: "tries", head: words.mailTries, cell: (row) => format.number(row.attempts), numeric: true },
    { key: "error", head: words.mailError, cell: (row) => row.lastError ?? "" },
  ];
}
