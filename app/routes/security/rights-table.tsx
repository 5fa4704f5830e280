import { ROLES } from "../../../db/vocabulary.ts";
import { dayOf } from "../../domain/clock/day.ts";
import type { Holder } from "../../domain/rights/holders.server.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Pager } from "../../ui/pager.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { RightsData } from "./rights.tsx";

const tones = { invited: "amber", active: "green", disabled: "grey" } as const;

/** The office's accounts that fit the filters: what each holds, since when, by whose word. */
export function RightsTable({
  holders,
  query,
  departments,
  nextTo,
  isFirst,
  path,
}: RightsData & { path: string }) {
  const { door, office, security } = useWords();
  const isEnglish = useLocale() === "en";
  return (
    <>
      <FilterBar
        label={security.filter}
        action={path}
        search={{ name: "q", label: security.search, value: query.q }}
        filters={[
          {
            name: "role",
            label: door.admin.role,
            value: query.role,
            options: ROLES.filter((value) => value !== "liaison").map((value) => ({
              value,
              label: office.roles[value],
            })),
          },
          {
            name: "department",
            label: door.admin.department,
            value: query.department,
            options: departments.map((one) => ({
              value: one.code,
              label: isEnglish ? one.nameEn : one.name,
            })),
          },
        ]}
      />
      <DataTable
        caption={security.rightsTitle}
        columns={useColumns(path)}
        rows={holders.rows}
        rowKey={(row) => row.id}
        empty={<Empty title={security.nobody}>{security.nobodyText}</Empty>}
      />
      <Pager firstTo={isFirst ? null : path} nextTo={nextTo} />
    </>
  );
}

function useColumns(path: string): Column<Holder>[] {
  const { door, office, security } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  const words = door.admin;
  return [
    {
      key: "name",
      head: words.name,
      cell: (row) => (
        <>
          <TextLink to={`${path}/${row.id}`}>{(isEnglish ? row.nameEn : null) ?? row.name}</TextLink>
          <p className="text-small text-soft">{row.email}</p>
        </>
      ),
    },
    {
      key: "role",
      head: words.role,
      width: "wide",
      cell: (row) => (
        <>
          {row.post ? `${office.roles[row.role]} · ${office.posts[row.post]}` : office.roles[row.role]}
          <p className="text-small text-soft">{isEnglish ? row.departmentNameEn : row.departmentName}</p>
        </>
      ),
    },
    {
      key: "status",
      head: words.status,
      width: "narrow",
      cell: (row) => <StatusChip label={words.statuses[row.status]} tone={tones[row.status]} />,
    },
    {
      key: "since",
      head: security.since,
      width: "narrow",
      cell: (row) => format.day(dayOf(row.since ?? row.createdAt)),
    },
    { key: "granted", head: security.granted, cell: (row) => <Granted row={row} /> },
    {
      key: "acts",
      head: words.acts,
      headHidden: true,
      width: "narrow",
      cell: (row) => <Acts row={row} path={path} />,
    },
  ];
}

function Granted({ row }: { row: Holder }) {
  const { security } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  if (row.nth === null) return security.unrecorded;
  const nth = format.number(row.nth);
  const asker = (isEnglish ? row.askerNameEn : null) ?? row.askerName ?? "";
  const decider = (isEnglish ? row.deciderNameEn : null) ?? row.deciderName ?? "";
  if (row.kind === "found") return security.foundedBy(nth);
  return row.kind === "disable" ? security.disabledBy(nth, asker) : security.grantedBy(nth, asker, decider);
}

function Acts({ row, path }: { row: Holder; path: string }) {
  const { security } = useWords();
  const to = `${path}/${row.id}`;
  return (
    <span className="flex gap-x-3 phone:flex-wrap [&_a]:py-0.5">
      <TextLink to={`${to}/move`}>{security.move}</TextLink>
      {row.status === "disabled" ? <TextLink to={`${to}/enable`}>{security.enable}</TextLink> : null}
      {row.status === "active" ? <TextLink to={`${to}/factor`}>{security.factor}</TextLink> : null}
    </span>
  );
}
