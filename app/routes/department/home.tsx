import { turnOf } from "../../domain/assignment/acts.ts";
import { dueOf, lampOf } from "../../domain/assignment/dates.ts";
import { listAssignments, officersIn } from "../../domain/assignment/list.server.ts";
import { SECTIONS, type Section, STAGES, sectionIn } from "../../domain/assignment/section.ts";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { officeDay } from "../../domain/clock/day.ts";
import { isDay } from "../../domain/complaint/field.ts";
import { now } from "../../http/environment.ts";
import { isId } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { AssignmentTable } from "../../ui/assignment-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { stageName } from "../../ui/stage-name.ts";
import type { Route } from "./+types/home.ts";

const MARK = /^(\d{4}-\d\d-\d\d)( (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[\d.]{0,7}[+-]\d\d)?_(.{36})$/;

/** Where the page before ended: the date or the instant of its last row, and its id; anything else is the beginning. */
function markIn(url: URL) {
  const [, day = "", time = "", id = ""] = MARK.exec(url.searchParams.get("after") ?? "") ?? [];
  return isDay(day) && isId(id) ? { key: day + time, id } : null;
}

/** What the list is cut down to; a stage that its section doesn't hold is none. */
function filterIn({ searchParams }: URL, section: Section) {
  const text = (name: string) => searchParams.get(name)?.replaceAll("\0", "").trim().slice(0, 100) ?? "";
  const stage = STAGES[section]?.find((one) => one === text("stage")) ?? null;
  return { q: text("q"), stage, officer: text("officer") };
}

const pathOf = (section: Section) => (section === "open" ? "/department" : `/department/${section}`);

/** The address of a list with what it is cut down to, and where its page begins. */
function address(path: string, query: Record<string, string | null>) {
  const set = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path;
}

type Row = Awaited<ReturnType<typeof listAssignments>>["rows"][number];

/** Whose turn it is with a row of the list, which carries no measures but the next one's date. */
const turnOfRow = (row: Row) =>
  turnOf({ ...row, measures: row.measureDueOn ? [{ status: "promised" }] : [] });

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const actor = only(context, "department");
  const section = sectionIn(params.section ?? null);
  if (params.section !== undefined && !SECTIONS.some((one) => one === params.section)) notFound();
  const today = officeDay(now());
  const filter = filterIn(url, section);
  const after = markIn(url);
  const path = pathOf(section);
  return read(context, async (tx) => {
    const clock = { today, calendar: await loadCalendar(tx) };
    const { rows, hasMore } = await listAssignments(tx, actor, { section, ...filter, after });
    const last = hasMore ? rows.at(-1) : undefined;
    return {
      section,
      path,
      filter,
      officers: await officersIn(tx, actor, section),
      firstTo: after ? address(path, filter) : null,
      nextTo: last ? address(path, { ...filter, after: `${last.key}_${last.id}` }) : null,
      rows: rows.map((row) => ({
        code: row.code,
        brief: row.brief,
        turn: turnOfRow(row),
        round: row.round,
        part: row.part,
        officer: row.officer,
        due: dueOf(row),
        replyDueOn: row.replyDueOn,
        lamp: lampOf(row, clock),
      })),
    };
  });
}

export default function DepartmentHome({ loaderData }: Route.ComponentProps) {
  const { department, door, ui } = useWords();
  const { section, rows, filter, path, firstTo, nextTo } = loaderData;
  const words = department.sections[section];
  const isCut = Object.values(filter).some(Boolean);
  const nothing = isCut ? department.notFound : department.empty[section];
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead title={filter.q ? department.found(filter.q) : words.title} lead={words.lead} />
      <Filters {...loaderData} />
      <AssignmentTable
        caption={words.title}
        rows={rows}
        empty={
          <Empty title={nothing.title} action={isCut ? { to: path, label: ui.clearFilters } : undefined}>
            {nothing.text}
          </Empty>
        }
      />
      <Pager firstTo={firstTo} nextTo={nextTo} />
    </>
  );
}

type FiltersProps = Pick<Route.ComponentProps["loaderData"], "section" | "filter" | "officers" | "path">;

/** What is looked for among what is done; and among what is owed, whose it is, where several handle. */
function Filters({ section, filter, officers, path }: FiltersProps) {
  const words = useWords();
  const { department } = words;
  const stages = STAGES[section] ?? [];
  const named = officers.length > 1 || filter.officer ? officers : [];
  if (stages.length === 0 && named.length === 0 && !filter.q) return null;
  const filters = [
    {
      name: "stage",
      label: department.columns.status,
      value: filter.stage,
      options: stages.map((stage) => ({ value: stage, label: stageName(words, stage) })),
    },
    {
      name: "officer",
      label: department.columns.officer,
      value: filter.officer,
      options: named.map((name) => ({ value: name, label: name })),
    },
  ];
  return (
    <FilterBar
      label={department.searchLabel}
      action={path}
      search={{ name: "q", label: department.search, value: filter.q }}
      filters={filters.filter(({ options }) => options.length > 0)}
    />
  );
}
