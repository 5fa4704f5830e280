import { Form, redirect } from "react-router";
import { dayOf } from "../../domain/clock/day.ts";
import { departmentsTold, subjectsOf } from "../../domain/notice/subject.server.ts";
import { markRead, noticesOf, unreadCount } from "../../domain/people/notices.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, isId, pathOr, textIn } from "../../http/forms.ts";
import { localeOf, notFound, signedIn } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { Route } from "./+types/notices.ts";
import { DayOfNotices } from "./notice-lines.tsx";

const isShownUnread = (url: URL) => url.searchParams.get("show") === "unread";

const pathOf = (query: Readonly<Record<string, string | null>>) => {
  const given = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]));
  return given.length > 0 ? `/notices?${new URLSearchParams(given)}` : "/notices";
};

export async function loader({ context, url }: Route.LoaderArgs) {
  const actor = signedIn(context);
  const after = markIn(url);
  const isUnread = isShownUnread(url);
  const number = (url.searchParams.get("number") ?? "").trim().slice(0, 40);
  const query = { show: isUnread ? "unread" : null, number };
  return read(context, async (tx) => {
    const { rows, hasMore } = await noticesOf(tx, actor, { after, isUnread, number });
    const subjects = await subjectsOf(
      tx,
      actor,
      rows.map((row) => row.number),
    );
    const events = rows.map((row) => row.eventId);
    const departments = await departmentsTold(tx, actor, events, localeOf(context));
    const told = rows.map(({ eventId, ...row }) => ({
      ...row,
      title: subjects.get(row.number) ?? "",
      department: departments.get(eventId) ?? "",
    }));
    return {
      ...{ isUnread, number },
      days: Object.entries(Object.groupBy(told, (row) => dayOf(row.createdAt))),
      unread: await unreadCount(tx, actor),
      today: dayOf(now()),
      nextTo: hasMore ? pathOf({ ...query, after: markOf(rows.at(-1)) }) : null,
      firstTo: after ? pathOf(query) : null,
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
  const { days, unread, today, nextTo, firstTo, isUnread, number } = loaderData;
  const { door } = useWords();
  const words = door.notices;
  const markAll =
    unread > 0 ? (
      <Form method="post">
        <Button>{words.markAll}</Button>
      </Form>
    ) : null;
  const isCut = isUnread || number !== "";
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead
        title={words.title}
        lead={unread > 0 ? words.unreadCount(unread) : days.length > 0 ? words.allRead : null}
        actions={markAll}
      />
      <div className="max-w-3xl">
        {days.length > 0 || isCut ? (
          <>
            <Tabs
              label={words.views}
              items={[
                { to: pathOf({ number }), label: words.all, current: !isUnread },
                {
                  to: pathOf({ show: "unread", number }),
                  label: words.unread,
                  count: unread,
                  current: isUnread,
                },
              ]}
            />
            <FilterBar
              label={words.find}
              filters={[]}
              search={{ name: "number", label: words.find, value: number }}
              keep={isUnread ? { show: "unread" } : {}}
              applied={
                number
                  ? [{ label: number, removeTo: pathOf({ show: isUnread ? "unread" : null }) }]
                  : undefined
              }
            />
          </>
        ) : null}
        {days.length === 0 ? (
          <Card>
            <Empty title={number ? words.noneFound : isUnread ? words.noneUnread : words.none}>
              {isCut ? null : words.noneLead}
            </Empty>
          </Card>
        ) : null}
        <div className="space-y-5">
          {days.map(([day, rows]) => (
            <DayOfNotices key={day} day={day} today={today} rows={rows ?? []} />
          ))}
        </div>
        <Pager firstTo={firstTo} nextTo={nextTo} />
      </div>
    </>
  );
}
