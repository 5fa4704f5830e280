import { PERSON_STATUSES, ROLES } from "../../../db/vocabulary.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Pager } from "../../ui/pager.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { PeopleData } from "./people.tsx";

type Row = PeopleData["people"]["rows"][number];
const tones = { invited: "amber", active: "green", disabled: "grey" } as const;

/** The people that fit the filters, with what may be done to each account. */
export function PeopleList({ people, query, departments, waiting, nextTo, isFirst }: PeopleData) {
  const { door, office } = useWords();
  const words = door.admin;
  const isEnglish = useLocale() === "en";
  const columns = useColumns(new Set(waiting.map(({ id }) => id)));
  return (
    <>
      <FilterBar
        label={words.filter}
        action="/admin/people"
        search={{ name: "q", label: words.search, value: query.q }}
        filters={[
          {
            name: "role",
            label: words.role,
            value: query.role,
            options: ROLES.map((value) => ({ value, label: office.roles[value] })),
          },
          {
            name: "department",
            label: words.department,
            value: query.department,
            options: departments.map((one) => ({
              value: one.code,
              label: isEnglish ? one.nameEn : one.name,
            })),
          },
          {
            name: "status",
            label: words.status,
            value: query.status,
            options: PERSON_STATUSES.map((value) => ({ value, label: words.statuses[value] })),
          },
        ]}
      />
      <DataTable
        caption={words.people}
        columns={columns}
        rows={people.rows}
        rowKey={(row) => row.id}
        empty={<Empty title={words.none}>{words.noneText}</Empty>}
      />
      <Pager firstTo={isFirst ? null : "/admin/people"} nextTo={nextTo} />
    </>
  );
}

function useColumns(waiting: ReadonlySet<string>): Column<Row>[] {
  const { door, office, security } = useWords();
  const isEnglish = useLocale() === "en";
  const words = door.admin;
  const unitOf = (row: Row) => (isEnglish ? row.departmentNameEn : row.departmentName) ?? row.pointName ?? "";
  return [
    { key: "name", head: words.name, cell: (row) => (isEnglish ? (row.nameEn ?? row.name) : row.name) },
    { key: "email", head: words.email, cell: (row) => row.email },
    {
      key: "role",
      head: words.role,
      cell: (row) =>
        row.post ? `${office.roles[row.role]} · ${office.posts[row.post]}` : office.roles[row.role],
    },
    { key: "unit", head: words.unit, cell: unitOf },
    {
      key: "status",
      head: words.status,
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          <StatusChip label={words.statuses[row.status]} tone={tones[row.status]} />
          {waiting.has(row.id) ? <StatusChip label={security.waits} tone="blue" /> : null}
        </span>
      ),
    },
    { key: "acts", head: words.acts, headHidden: true, width: "narrow", cell: (row) => <Acts row={row} /> },
  ];
}

function Acts({ row }: { row: Row }) {
  const words = useWords().door.admin;
  const to = (act: string) => `/admin/people/${row.id}/${act}`;
  return (
    <span className="flex gap-x-3 phone:flex-wrap [&_a]:py-0.5">
      <TextLink to={to("edit")}>{words.edit}</TextLink>
      {row.status === "disabled" ? (
        <TextLink to={to("enable")}>{words.enable}</TextLink>
      ) : (
        <TextLink to={to("disable")}>{words.disable}</TextLink>
      )}
      {row.status === "active" ? <TextLink to={to("factor")}>{words.factor}</TextLink> : null}
      {row.status === "invited" ? <TextLink to={to("invitation")}>{words.inviteAgain}</TextLink> : null}
    </span>
  );
}
