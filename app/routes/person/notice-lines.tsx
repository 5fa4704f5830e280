import { Form } from "react-router";
import { addDays, type Day } from "../../domain/clock/day.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import type { Route } from "./+types/notices.ts";

type Row = NonNullable<Route.ComponentProps["loaderData"]["days"][number][1]>[number];

/** The notices of one day, each of which opens what it tells of. */
export function DayOfNotices({ day, today, rows }: { day: Day; today: Day; rows: Row[] }) {
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
  const { door, mail, office } = useWords();
  const format = useFormat();
  const isUnread = row.readAt === null;
  const { dated } = mail.steps[row.kind as keyof typeof mail.steps] ?? {};
  const isDue = dated && row.dueOn && row.dueOn >= today && !hasNoDay.includes(row.kind);
  const due = isDue && row.dueOn ? door.notices.due(format.day(row.dueOn)) : null;
  const told = [row.title, row.department, due].filter(Boolean);
  return (
    <li>
      <Form method="post">
        <input type="hidden" name="id" value={row.id} />
        <button
          type="submit"
          className="group flex min-h-11 w-full items-baseline gap-x-3 px-4 py-2.5 text-left -outline-offset-2 hover:bg-hair"
        >
          <span className="w-2 shrink-0">
            {isUnread ? (
              <span className="inline-block size-2 rounded-full bg-action">
                <span className="sr-only">{door.notices.unread}</span>
              </span>
            ) : null}
          </span>
          <span className="min-w-0 grow">
            <span className={`group-hover:underline ${isUnread ? "font-semibold" : "text-soft"}`}>
              {door.notices.line(row.number, office.noticeKinds[row.kind])}
            </span>
            {told.length > 0 ? (
              <span className="flex flex-wrap gap-x-3 text-small text-soft">
                {told.map((one) => (
                  <span key={one}>{one}</span>
                ))}
              </span>
            ) : null}
          </span>
          <span className="shrink-0 text-small whitespace-nowrap text-soft">
            {format.time(row.createdAt)}
          </span>
        </button>
      </Form>
    </li>
  );
}
