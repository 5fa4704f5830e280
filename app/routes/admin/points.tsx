import { data, redirect, useActionData } from "react-router";
import { POINT_STATUSES } from "../../../db/vocabulary.ts";
import { unreachablePoints } from "../../domain/notice/unreachable.server.ts";
import {
  addPoint,
  changePoint,
  type KeptPoint,
  pointOf,
  pointsOf,
} from "../../domain/people/points.server.ts";
import { formOf, textIn } from "../../http/forms.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { pointIn } from "../../http/point-form.ts";
import { read } from "../../http/reader.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/points.ts";
import { PointForm } from "./point-form.tsx";
import { PointsList } from "./points-list.tsx";

// /admin/points, /admin/points/new, /admin/points/<code>
export async function loader({ context, params, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const get = (name: string) => url.searchParams.get(name)?.replaceAll("\0", "").trim().slice(0, 100) ?? "";
  const status = POINT_STATUSES.find((value) => value === get("status"));
  const query = { q: get("q"), status };
  const loaded = await read(context, async (tx) => {
    const points = await pointsOf(tx, { ...query, after: get("after") || undefined });
    const open =
      params.code && params.code !== "new" ? ((await pointOf(tx, params.code)) ?? notFound()) : null;
    const shown = [...points.rows, ...(open ? [open] : [])].map(({ id }) => id);
    return { points, open, lost: [...(await unreachablePoints(tx, shown))] };
  });
  const last = loaded.points.hasMore ? loaded.points.rows.at(-1) : undefined;
  const next = new URLSearchParams(url.searchParams);
  if (last) next.set("after", last.code);
  return {
    ...loaded,
    query,
    nextTo: last ? `/admin/points?${next}` : null,
    isFirst: !get("after"),
    isSaved: get("done") === "saved",
    imported: /^\d{1,6}$/.test(get("imported")) ? Number(get("imported")) : null,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = only(context, "sysadmin");
  const { code } = params;
  if (!code) notFound();
  const words = wordsOf(localeOf(context));
  const form = await formOf(request);
  const { values, errors, input } = pointIn(form, words, code === "new");
  if (!input) return data({ values, errors }, 422);
  if (code === "new") return answer(await addPoint(actor, values.creditCode, input), values, words);
  const now = (await read(context, (tx) => pointOf(tx, code))) ?? notFound();
  const version = Math.min(Number.parseInt(textIn(form, "version"), 10) || 0, 2 ** 31 - 2);
  const leaves = input.status !== "active" && input.status !== now.status;
  if (leaves && textIn(form, "confirmed") !== "yes")
    return data({ values: { ...values, version: String(version) }, errors: {}, ask: input.status });
  return answer(await changePoint(actor, code, version, input), values, words);
}

function answer(kept: KeptPoint, values: Record<string, string>, { points }: ReturnType<typeof wordsOf>) {
  if (kept.ok) return redirect("/admin/points?done=saved");
  if (kept.fault === "codeTaken") return data({ values, errors: { creditCode: points.codeTaken } }, 422);
  return data({ values, errors: {}, refusal: points.stale }, 409);
}

export type PointsData = Route.ComponentProps["loaderData"];

export default function Points({ loaderData, params }: Route.ComponentProps) {
  const { door, points: words } = useWords();
  const format = useFormat();
  const { isSaved, imported } = loaderData;
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <ButtonLink to="/admin/points/import">{words.import}</ButtonLink>
            <ButtonLink to="/admin/points/new" tone="primary">
              {words.add}
            </ButtonLink>
          </>
        }
      />
      {isSaved ? <NoticeBanner tone="success">{words.saved}</NoticeBanner> : null}
      {imported === null ? null : (
        <NoticeBanner tone="success">{words.imported(format.number(imported))}</NoticeBanner>
      )}
      {loaderData.open && loaderData.lost.includes(loaderData.open.id) ? (
        <NoticeBanner tone="warn">{words.noMail}</NoticeBanner>
      ) : null}
      {params.code ? <OpenPoint key={params.code} open={loaderData.open} /> : null}
      <PointsList {...loaderData} />
    </>
  );
}

/** The form of a point, or the question before it is suspended or ended. */
function OpenPoint({ open }: { open: PointsData["open"] }) {
  const words = useWords().points;
  const asked = useActionData<typeof action>();
  const isAsked = open !== null && asked !== undefined && "ask" in asked;
  const isEnd = isAsked && asked.ask === "ended";
  return (
    <div className="mb-4">
      <Card title={open ? words.editTitle(open.name) : words.add}>
        {isAsked ? (
          <Confirm
            question={isEnd ? words.endAsk(open.name) : words.suspendAsk(open.name)}
            detail={words.statusDetail}
            action={`/admin/points/${open.code}`}
            confirmLabel={isEnd ? words.end : words.suspend}
            cancelTo={`/admin/points/${open.code}`}
            fields={{ ...asked.values, confirmed: "yes" }}
            danger
          />
        ) : (
          <PointForm point={open} />
        )}
      </Card>
    </div>
  );
}
