import { Form, redirect } from "react-router";
import { addDays, type Day, dayOf } from "../../domain/clock/day.ts";
import { markRead, type NoticeMark, noticesOf, unreadCount } from "../../domain/people/notices.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, isId, pathOr, textIn } from "../../http/forms.ts";
import { notFound, signedIn } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { Route } from "./+types/notices.ts";

export async function loader({ context, url }: Route.LoaderArgs) {
  const actor = signedIn(context);
  const after: NoticeMark | null = markIn(url);
  return read(context, async (tx) => {
    const { rows, hasMore } = await noticesOf(tx, actor, after);
    return {
      days: Object.entries(Object.groupBy(rows, (row) => dayOf(row.createdAt))),
      unread: await unreadCount(tx, actor),
      today: dayOf(now()),
      nextTo: hasMore ? `?after=${markOf(rows.at(-1))}` : null,
      isFirst: after === null,
    };
  });
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = signedIn(context);
  const id = textIn(await formOf(request), "id");
  if (id !== "" && !isId(id)) notFound();
  return redirect(pathOr(await markRead(actor, id || null, now()), "/notices"));
}

export default function Notices({ loaderData }: Route.ComponentProps) {
  const { days, unread, today, nextTo, isFirst } = loaderData;
  const { door } = useWords();
  const words = door.notices;
  const markAll =
    unread > 0 ? (
      <Form method="post">
        <Button>{words.markAll}</Button>
      </Form>
    ) : null;
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead
        title={words.title}
        lead={unread > 0 ? words.unreadCount(unread) : days.length > 0 ? words.allRead : null}
        actions={markAll}
      />
      {days.length === 0 ? (
        <Card>
          <Empty title={words.none}>{words.noneLead}</Empty>
        </Card>
      ) : null}
      <div className="max-w-3xl space-y-5">
        {days.map(([day, rows]) => (
          <DayOfNotices key={day} day={day} today={today} rows={rows ?? []} />
        ))}
      </div>
      <Pager firstTo={isFirst ? null : "/notices"} nextTo={nextTo} />
    </>
  );
}

type Row = NonNullable<Route.ComponentProps["loaderData"]["days"][number][1]>[number];

function DayOfNotices({ day, today, rows }: { day: Day; today: Day; rows: Row[] }) {
  const words = useWords().door.notices;
  const format = useFormat();
  const date = format.weekday(day);
  const near = { [today]: words.today, [addDays(today, -1)]: words.yesterday }[day];
  return (
    <section>
      <h2 className="mb-1.5 text-small font-semibold text-soft">{near ? words.onDay(near, date) : date}</h2>
      <ul className="divide-y divide-hair rounded-lg border border-line bg-card">
        {rows.map((row) => (
          <Line key={row.id} row={row} today={today} />
        ))}
      </ul>
    </section>
  );
}

// The day of a look-back months away is nothing that the reader waits for or has to do.
const hasNoDay: readonly Row["kind"][] = ["writtenOff", "lookedBack"];

// Opening a notice reads it, so that it is a form: a link must not change anything.
function Line({ row, today }: { row: Row; today: Day }) {
  const { door, office } = useWords();
  const format = useFormat();
  const isUnread = row.readAt === null;
  const what = office.noticeKinds[row.kind];
  const number = row.number ?? "";
  const day = row.dueOn && row.dueOn >= today && !hasNoDay.includes(row.kind) ? row.dueOn : null;
  return (
    <li>
      <Form method="post">
        <input type="hidden" name="id" value={row.id} />
        <button
          type="submit"
          className="group flex min-h-11 w-full items-baseline gap-x-3 gap-y-1 px-4 phone:flex-wrap py-2.5 text-left -outline-offset-2 hover:bg-hair"
        >
          <span className={`min-w-0 grow phone:basis-full ${isUnread ? "font-semibold" : "text-soft"}`}>
            <span className="group-hover:underline">
              {day ? door.notices.lineBy(number, what, format.due(day)) : door.notices.line(number, what)}
            </span>
          </span>
          {isUnread ? <StatusChip label={door.notices.unread} tone="blue" /> : null}
          <span className="shrink-0 text-small whitespace-nowrap text-soft">
            {format.time(row.createdAt)}
          </span>
        </button>
      </Form>
    </li>
  );
}
