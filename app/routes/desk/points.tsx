import { DISTRICTS, INDUSTRIES, POINT_STATUSES } from "../../../db/vocabulary.ts";
import { countPoints, listPoints, reachOf } from "../../domain/ledger/points.server.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import type { Route } from "./+types/points.ts";
import { PointTable } from "./point-table.tsx";

const PAGE = 50;

const plain = (value: string | null, max: number) =>
  value?.replaceAll("\0", "").trim().slice(0, max) || undefined;

export function loader({ context, request }: Route.LoaderArgs) {
  only(context, "intake", "supervisor");
  const params = new URL(request.url).searchParams;
  const filter = {
    q: plain(params.get("q"), 60),
    status: POINT_STATUSES.find((status) => status === params.get("status")),
    district: DISTRICTS.find((district) => district === params.get("district")),
    industry: INDUSTRIES.find((industry) => industry === params.get("industry")),
  };
  const after = plain(params.get("after"), 20);
  return read(context, async (tx) => {
    const found = await listPoints(tx, { ...filter, after, limit: PAGE + 1 });
    const points = found.slice(0, PAGE);
    const reach = await reachOf(
      tx,
      points.map((point) => point.id),
    );
    return {
      filter,
      isFirst: after === undefined,
      count: await countPoints(tx, filter),
      active: await countPoints(tx, { status: "active" }),
      points: points.map((point) => ({ ...point, reach: reach.get(point.id) ?? null })),
      next: found.length > PAGE ? (points.at(-1)?.code ?? null) : null,
    };
  });
}

export type PointsLoaded = Awaited<ReturnType<typeof loader>>;

const pathOf = (values: Record<string, string | null | undefined>) => {
  const set = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/desk/points${set.length > 0 ? `?${new URLSearchParams(set)}` : ""}`;
};

export default function Points({ loaderData }: Route.ComponentProps) {
  const { office, desk, ui } = useWords();
  const format = useFormat();
  const { filter, points, next, isFirst } = loaderData;
  const statuses = POINT_STATUSES.map((value) => ({ value, label: office.pointStatuses[value] }));
  const districts = DISTRICTS.map((value) => ({ value, label: office.districts[value] }));
  const industries = INDUSTRIES.map((value) => ({ value, label: office.industries[value] }));
  return (
    <>
      <title>{`${desk.points} · ${ui.product}`}</title>
      <PageHead title={desk.points} lead={desk.pointsLead(format.number(loaderData.active))} />
      <FilterBar
        label={desk.pointsFilter}
        action="/desk/points"
        filters={[
          { name: "district", label: desk.district, value: filter.district, options: districts },
          { name: "industry", label: desk.industry, value: filter.industry, options: industries },
          { name: "status", label: desk.status, value: filter.status, options: statuses },
        ]}
        search={{ name: "q", label: desk.pointSearch, value: filter.q }}
      />
      <PointTable points={points} />
      <Pager
        note={desk.pointCount(format.number(loaderData.count))}
        firstTo={isFirst ? null : pathOf(filter)}
        nextTo={next ? pathOf({ ...filter, after: next }) : null}
      />
    </>
  );
}
