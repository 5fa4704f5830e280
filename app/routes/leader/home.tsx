import { officeDay } from "../../domain/clock/day.ts";
import { lateInPortfolio, listUrgings } from "../../domain/urging/urging.server.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { UrgingTable } from "../../ui/urging-table.tsx";
import type { Route } from "./+types/home.ts";

const path = "/leader";

export async function loader({ context, url }: Route.LoaderArgs) {
  const actor = only(context, "leader");
  const after = markIn(url);
  return read(context, async (tx) => {
    const { rows, hasMore } = await listUrgings(tx, actor, after);
    return {
      late: await lateInPortfolio(tx, actor, officeDay(now())),
      rows,
      firstTo: after ? path : null,
      nextTo: hasMore ? `${path}?after=${markOf(rows.at(-1))}` : null,
    };
  });
}

type Late = Route.ComponentProps["loaderData"]["late"][number];

export default function LeaderHome({ loaderData }: Route.ComponentProps) {
  const { urging, door } = useWords();
  return (
    <>
      <title>{door.title(urging.copied)}</title>
      <PageHead title={urging.copied} lead={urging.copiedLead} />
      <div className="space-y-6">
        <section className="space-y-3">
          <h2 className="text-lead font-semibold">{urging.late}</h2>
          <DataTable
            caption={urging.late}
            columns={useColumns()}
            rows={loaderData.late}
            rowKey={(row) => row.code}
            empty={<Empty title={urging.noneLate}>{urging.noneLateText}</Empty>}
          />
        </section>
        <section className="space-y-3">
          <h2 className="text-lead font-semibold">{urging.title}</h2>
          <UrgingTable rows={loaderData.rows} path="/leader/urgings" />
          <Pager firstTo={loaderData.firstTo} nextTo={loaderData.nextTo} />
        </section>
      </div>
    </>
  );
}

function useColumns(): Column<Late>[] {
  const { urging, office } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  return [
    { key: "code", head: urging.code, rowHeader: true, width: "narrow", cell: (row) => row.code },
    { key: "to", head: urging.owes, cell: (row) => (isEnglish ? row.toEn : row.to) },
    { key: "due", head: urging.wasDue, width: "narrow", cell: (row) => format.day(row.dueOn) },
    {
      key: "status",
      head: urging.status,
      width: "narrow",
      cell: (row) => office.assignmentStatuses[row.status],
    },
  ];
}
