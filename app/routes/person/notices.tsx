import { Form, redirect } from "react-router";
import { markRead, type NoticeMark, noticesOf } from "../../domain/people/notices.server.ts";
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
  const { rows, hasMore } = await read(context, (tx) => noticesOf(tx, actor.personId, after));
  return { rows, nextTo: hasMore ? `?after=${markOf(rows.at(-1))}` : null, isFirst: after === null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = signedIn(context);
  const id = textIn(await formOf(request), "id");
  if (id !== "" && !isId(id)) notFound();
  return redirect(pathOr(await markRead(actor, id || null, now()), "/notices"));
}

export default function Notices({ loaderData: { rows, nextTo, isFirst } }: Route.ComponentProps) {
  const { door } = useWords();
  const words = door.notices;
  const markAll = rows.some((row) => row.readAt === null) ? (
    <Form method="post">
      <Button>{words.markAll}</Button>
    </Form>
  ) : null;
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead title={words.title} actions={markAll} />
      <Card flush>
        {rows.length === 0 ? <Empty title={words.none}>{words.noneLead}</Empty> : null}
        <ul>
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </ul>
      </Card>
      <Pager firstTo={isFirst ? null : "/notices"} nextTo={nextTo} />
    </>
  );
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

// Opening a notice reads it, so that it is a form: a link must not change anything.
function Line({ row }: { row: Row }) {
  const { door, office } = useWords();
  const format = useFormat();
  const isUnread = row.readAt === null;
  return (
    <li className="border-b border-hair last:border-0">
      <Form method="post">
        <input type="hidden" name="id" value={row.id} />
        <button
          type="submit"
          className="flex w-full flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3 text-left hover:bg-hair"
        >
          <span className="text-small whitespace-nowrap text-blue tabular-nums underline">{row.number}</span>
          <span className={`min-w-0 grow basis-60 ${isUnread ? "font-semibold" : ""}`}>
            {office.noticeKinds[row.kind]}
            {row.dueOn ? (
              <span className="ml-2 text-small font-normal text-soft">
                {door.notices.by(format.day(row.dueOn))}
              </span>
            ) : null}
          </span>
          {isUnread ? <StatusChip label={door.notices.unread} tone="blue" /> : null}
          <span className="text-small whitespace-nowrap text-soft">{format.instant(row.createdAt)}</span>
        </button>
      </Form>
    </li>
  );
}
