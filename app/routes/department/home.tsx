import { dueOf, listAssignments } from "../../domain/assignment/view.server.ts";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { officeDay } from "../../domain/clock/day.ts";
import { lamp } from "../../domain/clock/lamp.ts";
import { departmentActs } from "../../domain/complaint/lifecycle.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink, TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { Route } from "./+types/home.ts";

const MOST = 300;

export async function loader({ context, url }: Route.LoaderArgs) {
  const actor = only(context, "department");
  const which = url.searchParams.get("show") === "all" ? "all" : "open";
  const today = officeDay(now());
  return read(context, async (tx) => {
    const calendar = await loadCalendar(tx);
    const found = await listAssignments(tx, actor, which, MOST);
    const rows = found.map((row) => {
      const due = dueOf(row);
      const endedOn = due.endedAt ? officeDay(due.endedAt) : null;
      const paused = row.status === "returning";
      return {
        code: row.code,
        brief: row.brief,
        status: row.status,
        round: row.round,
        part: row.part,
        officer: row.officer,
        due,
        // What was taken away has no clock any more.
        lamp: row.status === "recalled" ? null : lamp({ dueOn: due.on, endedOn, paused, today, calendar }),
        nextAct: departmentActs(row.status).includes("sign")
          ? ("sign" as const)
          : departmentActs(row.status).includes("reply")
            ? ("reply" as const)
            : null,
      };
    });
    return { which, rows };
  });
}

type Row = Awaited<ReturnType<typeof loader>>["rows"][number];

export default function DepartmentHome({ loaderData: { which, rows } }: Route.ComponentProps) {
  const words = useWords();
  const { department } = words;
  return (
    <>
      <title>{words.door.title(department.home)}</title>
      <PageHead title={which === "all" ? department.all : department.home} lead={department.homeLead} />
      <Tabs
        label={department.which}
        items={[
          { to: "/department", label: department.open, current: which === "open" },
          { to: "/department?show=all", label: department.all, current: which === "all" },
        ]}
      />
      <DataTable
        caption={department.home}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.code}
        empty={<Empty title={department.none}>{department.noneText}</Empty>}
      />
      {rows.length === MOST ? <p className="mt-2 text-small text-soft">{department.capped(MOST)}</p> : null}
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { department, office } = useWords();
  const { columns: heads } = department;
  const format = useFormat();
  return [
    {
      key: "code",
      head: heads.code,
      rowHeader: true,
      width: "narrow",
      cell: (row) => <TextLink to={`/department/assignments/${row.code}`}>{row.code}</TextLink>,
    },
    { key: "brief", head: heads.brief, width: "wide", cell: (row) => shortened(row.brief) },
    {
      key: "status",
      head: heads.status,
      width: "narrow",
      cell: (row) => (
        <>
          {office.assignmentStatuses[row.status]}
          <p className="text-small text-soft">
            {department.lead(office.assignmentParts[row.part], row.round)}
          </p>
        </>
      ),
    },
    {
      key: "due",
      head: heads.due,
      width: "narrow",
      cell: (row) =>
        row.lamp ? (
          <>
            <Lamp {...row.lamp} />
            <p className="text-small text-soft">
              {department.dueWhat[row.due.what]} · {format.day(row.due.on)}
            </p>
          </>
        ) : (
          department.noOfficer
        ),
    },
    {
      key: "officer",
      head: heads.officer,
      width: "narrow",
      cell: (row) => row.officer ?? department.noOfficer,
    },
    {
      key: "act",
      head: heads.act,
      headHidden: true,
      width: "narrow",
      cell: (row) => (
        <ButtonLink
          to={`/department/assignments/${row.code}${row.nextAct ? `/${row.nextAct}` : ""}`}
          tone={row.nextAct ? "primary" : "secondary"}
        >
          {row.nextAct ? office.commands[row.nextAct].label : department.look}
        </ButtonLink>
      ),
    },
  ];
}

const LONGEST = 80;
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text);
