import { useFormat, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { PointsLoaded } from "./points.tsx";

type Point = PointsLoaded["points"][number];

/** The liaison points, each with its file in figures; its name leads to what it submitted. */
export function PointTable({ points }: { points: readonly Point[] }) {
  const { office, desk } = useWords();
  const format = useFormat();
  return (
    <DataTable
      caption={desk.points}
      rows={points}
      rowKey={(point) => point.code}
      empty={<Empty title={desk.pointsNone} action={{ to: "/desk/points", label: desk.pointsAll }} />}
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
          width: "narrow",
          cell: (point) => (
            <StatusChip
              label={office.pointStatuses[point.status]}
              tone={point.status === "active" ? "green" : "grey"}
            />
          ),
        },
        {
          key: "submitted",
          head: desk.everSubmitted,
          numeric: true,
          cell: (point) => format.number(point.submitted),
        },
        {
          key: "solved",
          head: desk.solvedCount,
          numeric: true,
          cell: (point) => format.number(point.solved),
        },
        { key: "open", head: desk.stillOpen, numeric: true, cell: (point) => format.number(point.open) },
        { key: "reach", head: desk.reach, width: "narrow", cell: (point) => <Reach point={point} /> },
      ]}
    />
  );
}

function Reach({ point }: { point: Point }) {
  const { desk } = useWords();
  if (point.reach === null) return <span className="text-soft">{desk.noContact}</span>;
  return point.reach === "reachable" ? desk.reachable : <StatusChip label={desk.unreachable} tone="amber" />;
}
