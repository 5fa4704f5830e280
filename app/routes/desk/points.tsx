import { listPoints } from "../../domain/ledger/points.server.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { Route } from "./+types/points.ts";

export function loader({ context }: Route.LoaderArgs) {
  only(context, "intake", "supervisor");
  return read(context, async (tx) => ({ points: await listPoints(tx) }));
}

export default function Points({ loaderData }: Route.ComponentProps) {
  const { office, desk, ui } = useWords();
  const format = useFormat();
  const { points } = loaderData;
  const active = points.filter((point) => point.status === "active").length;
  return (
    <>
      <title>{`${desk.points} · ${ui.product}`}</title>
      <PageHead title={desk.points} lead={desk.pointsLead(format.number(active))} />
      <DataTable
        caption={desk.points}
        rows={points}
        rowKey={(point) => point.code}
        empty={<Empty title={desk.pointsEmpty} />}
        columns={[
          { key: "code", head: desk.pointCode, width: "narrow", cell: (point) => point.code },
          {
            key: "name",
            head: desk.pointName,
            rowHeader: true,
            width: "wide",
            cell: (point) => <TextLink to={`/desk/ledger?point=${point.code}`}>{point.name}</TextLink>,
          },
          { key: "district", head: desk.district, cell: (point) => office.districts[point.district] },
          { key: "industry", head: desk.industry, cell: (point) => office.industries[point.industry] },
          { key: "size", head: desk.size, cell: (point) => office.pointSizes[point.size] },
          {
            key: "status",
            head: desk.status,
            cell: (point) => <StatusChip label={office.pointStatuses[point.status]} />,
          },
          {
            key: "submitted",
            head: desk.everSubmitted,
            numeric: true,
            cell: (point) => format.number(point.submitted ?? 0),
          },
          {
            key: "open",
            head: desk.stillOpen,
            numeric: true,
            cell: (point) => format.number(point.open ?? 0),
          },
        ]}
      />
    </>
  );
}
