import { dueOf, lampOf } from "../../domain/assignment/dates.ts";
import { listAssignments } from "../../domain/assignment/list.server.ts";
import { SECTIONS, sectionIn } from "../../domain/assignment/section.ts";
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
import type { Route } from "./+types/home.ts";

const MARK = /^(\d{4}-\d\d-\d\d)( (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[\d.]{0,7}[+-]\d\d)?_(.{36})$/;

/** Where the page before ended: the date or the instant of its last row, and its id; anything else is the beginning. */
function markIn(url: URL) {
  const [, day = "", time = "", id = ""] = MARK.exec(url.searchParams.get("after") ?? "") ?? [];
  return isDay(day) && isId(id) ? { key: day + time, id } : null;
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const actor = only(context, "department");
  const section = sectionIn(params.section ?? null);
  if (params.section !== undefined && !SECTIONS.some((one) => one === params.section)) notFound();
  const today = officeDay(now());
  const q = url.searchParams.get("q")?.replaceAll("\0", "").trim().slice(0, 100) ?? "";
  const after = markIn(url);
  return read(context, async (tx) => {
    const clock = { today, calendar: await loadCalendar(tx) };
    const { rows, hasMore } = await listAssignments(tx, actor, { section, q, after });
    const last = hasMore ? rows.at(-1) : undefined;
    const path = section === "open" ? "/department" : `/department/${section}`;
    const query = { ...(q ? { q } : {}), ...(last ? { after: `${last.key}_${last.id}` } : {}) };
    return {
      section,
      path,
      q,
      firstTo: after ? (q ? `${path}?${new URLSearchParams({ q })}` : path) : null,
      nextTo: last ? `${path}?${new URLSearchParams(query)}` : null,
      rows: rows.map((row) => ({
        code: row.code,
        brief: row.brief,
        status: row.status,
        round: row.round,
        part: row.part,
        officer: row.officer,
        due: dueOf(row),
        lamp: lampOf(row, clock),
      })),
    };
  });
}

export default function DepartmentHome({ loaderData }: Route.ComponentProps) {
  const { department, door } = useWords();
  const { section, rows, q, path, firstTo, nextTo } = loaderData;
  const words = department.sections[section];
  const nothing = q ? department.notFound : department.empty[section];
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead title={q ? department.found(q) : words.title} lead={words.lead} />
      {section === "all" || section === "answered" || q ? (
        <FilterBar
          label={department.searchLabel}
          action={path}
          search={{ name: "q", label: department.search, value: q }}
          filters={[]}
        />
      ) : null}
      <AssignmentTable
        caption={words.title}
        rows={rows}
        empty={<Empty title={nothing.title}>{nothing.text}</Empty>}
      />
      <Pager firstTo={firstTo} nextTo={nextTo} />
    </>
  );
}
