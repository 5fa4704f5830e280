import { lampUntil } from "../../domain/assignment/dates.ts";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { officeDay } from "../../domain/clock/day.ts";
import { LATE_SHOWN, lateInPortfolio, listUrgings } from "../../domain/urging/urging.server.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { LateTable } from "../../ui/late-table.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { UrgingTable } from "../../ui/urging-table.tsx";
import type { Route } from "./+types/home.ts";

const path = "/leader";

export async function loader({ context, url }: Route.LoaderArgs) {
  const actor = only(context, "leader");
  const after = markIn(url);
  const today = officeDay(now());
  return read(context, async (tx) => {
    const clock = { today, calendar: await loadCalendar(tx) };
    const late = await lateInPortfolio(tx, actor, today);
    const { rows, hasMore } = await listUrgings(tx, actor, after);
    return {
      late: late.map((row) => ({ ...row, lamp: lampUntil(row.dueOn, clock) })),
      isCut: late.length === LATE_SHOWN,
      rows,
      firstTo: after ? path : null,
      nextTo: hasMore ? `${path}?after=${markOf(rows.at(-1))}` : null,
    };
  });
}

export default function LeaderHome({ loaderData }: Route.ComponentProps) {
  const { urging, door } = useWords();
  const { late, isCut, rows, firstTo, nextTo } = loaderData;
  return (
    <>
      <title>{door.title(urging.copied)}</title>
      <PageHead title={urging.copied} lead={urging.copiedLead} />
      <div className="space-y-6">
        <section className="space-y-3">
          <h2 className="text-lead font-semibold">{urging.late}</h2>
          <LateTable rows={late} path="/leader/urgings" />
          {isCut ? <p className="text-small text-soft">{urging.firstLate(late.length)}</p> : null}
        </section>
        <section className="space-y-3">
          <h2 className="text-lead font-semibold">{urging.title}</h2>
          <UrgingTable rows={rows} path="/leader/urgings" />
          <Pager firstTo={firstTo} nextTo={nextTo} />
        </section>
      </div>
    </>
  );
}
