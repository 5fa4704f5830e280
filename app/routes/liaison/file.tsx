import { officeDay } from "../../domain/clock/day.ts";
import { pageOfFile, summaryOfFile } from "../../domain/complaint/enterprise-file.server.ts";
import { ownPointOf } from "../../domain/people/points.server.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { MatterList } from "../../ui/enterprise-matters.tsx";
import { NumberRow, NumberTile } from "../../ui/number-tile.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import type { Route } from "./+types/file.ts";
import { Filters, OwnPoint } from "./file-parts.tsx";
import { pathOf, queryIn } from "./file-query.ts";

const PAGE = 25;

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
      point: await ownPointOf(tx, actor),
      today: officeDay(now()),
      nextTo: next ? pathOf(query, next) : null,
      firstTo: after ? pathOf(query) : null,
    };
  });
}

export default function EnterpriseFile({ loaderData }: Route.ComponentProps) {
  const { door, liaison: words } = useWords();
  const { query, rows, counts, today, nextTo, firstTo, point } = loaderData;
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
      <PageHead
        eyebrow={words.filePoint(point.code, point.name)}
        title={words.file}
        lead={words.fileLead}
        actions={<PrintButton label={words.print} />}
      />
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
      <OwnPoint point={point} />
    </>
  );
}
