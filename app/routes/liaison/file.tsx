import { COMPLAINT_STATUSES } from "../../../db/vocabulary.ts";
import { officeDay } from "../../domain/clock/day.ts";
import { pageOfFile, summaryOfFile } from "../../domain/complaint/enterprise-file.server.ts";
import { FILE_PARTS } from "../../domain/complaint/file-part.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { MatterList } from "../../ui/enterprise-matters.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { NumberRow, NumberTile } from "../../ui/number-tile.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import type { Route } from "./+types/file.ts";

const PAGE = 25;

function queryIn({ searchParams }: URL) {
  const given = (name: string) => searchParams.get(name) ?? "";
  return {
    year: /^20\d\d$/.test(given("year")) ? Number(given("year")) : null,
    status: COMPLAINT_STATUSES.find((one) => one === given("status")) ?? null,
    part: FILE_PARTS.find((one) => one === given("part")) ?? null,
  };
}

type Query = ReturnType<typeof queryIn>;

const pathOf = (query: Partial<Query>, after?: string | null) => {
  const given = Object.entries({ ...query, after }).filter(([, value]) => value);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `/liaison/file?${text}` : "/liaison/file";
};

export async function loader({ context, url }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  const query = queryIn(url);
  const after = markIn(url);
  return read(context, async (tx) => {
    const { rows, hasMore } = await pageOfFile(tx, actor, { ...query, after }, PAGE);
    const last = rows.at(-1);
    const next = last && hasMore ? markOf({ createdAt: last.submittedAt, id: last.id }) : null;
    return {
      query,
      rows,
      ...(await summaryOfFile(tx, actor, query.year)),
      today: officeDay(now()),
      nextTo: next ? pathOf(query, next) : null,
      firstTo: after ? pathOf(query) : null,
    };
  });
}

export default function EnterpriseFile({ loaderData }: Route.ComponentProps) {
  const { door, liaison: words } = useWords();
  const { query, rows, counts, today, nextTo, firstTo } = loaderData;
  const tile = (part: "all" | "inHand" | "solved" | "rated") => (
    <NumberTile
      label={words.fileParts[part]}
      value={counts[part]}
      to={pathOf({ year: query.year, part: part === "all" ? null : part })}
      open={words.openList}
    />
  );
  return (
    <>
      <title>{door.title(words.file)}</title>
      <PageHead title={words.file} lead={words.fileLead} actions={<PrintButton label={words.print} />} />
      <NumberRow label={words.fileSummary}>
        {tile("all")}
        {tile("inHand")}
        {tile("solved")}
        {tile("rated")}
      </NumberRow>
      <Filters {...loaderData} />
      <Card flush>
        {rows.length > 0 ? (
          <MatterList label={words.file} rows={rows} today={today} />
        ) : counts.all > 0 ? (
          <Empty title={words.noMatch}>{words.noMatchText}</Empty>
        ) : (
          <Empty title={words.none}>{words.noneText}</Empty>
        )}
      </Card>
      <Pager firstTo={firstTo} nextTo={nextTo} />
    </>
  );
}

function Filters({ query, years }: { query: Query; years: number[] }) {
  const { liaison: words, office } = useWords();
  const without = (name: keyof Query) => pathOf({ ...query, [name]: null });
  const applied = [
    query.year ? { label: words.yearName(query.year), removeTo: without("year") } : null,
    query.status ? { label: office.statuses[query.status].label, removeTo: without("status") } : null,
    query.part ? { label: words.fileParts[query.part], removeTo: without("part") } : null,
  ].filter((one) => one !== null);
  const options = <T extends string>(codes: readonly T[], labelOf: (code: T) => string) =>
    codes.map((code) => ({ value: code, label: labelOf(code) }));
  return (
    <FilterBar
      label={words.filterFile}
      filters={[
        {
          name: "year",
          label: words.filterYear,
          value: query.year ? String(query.year) : null,
          options: years.map((year) => ({ value: String(year), label: words.yearName(year) })),
        },
        {
          name: "status",
          label: words.filterStatus,
          value: query.status,
          options: options(COMPLAINT_STATUSES, (code) => office.statuses[code].label),
        },
        {
          name: "part",
          label: words.filterPart,
          value: query.part,
          options: options(FILE_PARTS, (code) => words.fileParts[code]),
        },
      ]}
      applied={applied}
      clearTo="/liaison/file"
    />
  );
}
