import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { dayOf, yearOf } from "../../domain/clock/day.ts";
import {
  type ClueFilter,
  clueFigures,
  cluesByConduct,
  countClues,
  listClues,
} from "../../domain/clue/clues.server.ts";
import { CLUE_FIGURES, CLUE_STATES } from "../../domain/clue/state.ts";
import { COMMAND_TYPES } from "../../domain/complaint/commands.ts";
import { isNumber } from "../../domain/complaint/complaint.ts";
import { lampOf } from "../../domain/ledger/reading.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import type { Route } from "./+types/clues.ts";
import { ClueFigures } from "./clue-figures.tsx";
import { ClueFilters, ClueTable } from "./clue-table.tsx";

export async function loader({ context, url }: Route.LoaderArgs) {
  only(context, "discipline");
  const at = now();
  const year = yearOf(dayOf(at));
  const filter = filterIn(url.searchParams, year);
  const after = markIn(url);
  return read(context, async (tx) => {
    const calendar = await loadCalendar(tx);
    const { rows, hasMore } = await listClues(tx, { ...filter, after });
    return {
      filter,
      year,
      done: doneIn(url.searchParams),
      count: await countClues(tx, filter),
      figures: await clueFigures(tx, year),
      conducts: await cluesByConduct(tx, year),
      rows: rows.map((row) => ({
        ...row,
        lamp: row.status ? lampOf({ ...row, status: row.status }, at, calendar) : null,
      })),
      firstTo: after ? cluesPath(filter) : null,
      nextTo: hasMore ? cluesPath(filter, markOf(rows.at(-1))) : null,
    };
  });
}

export type Clues = Awaited<ReturnType<typeof loader>>;

function filterIn(params: URLSearchParams, year: number): ClueFilter {
  const name = CLUE_FIGURES.find((one) => one === params.get("figure"));
  const state = CLUE_STATES.find((one) => one === params.get("state")) ?? "open";
  const q = params.get("q")?.replaceAll("\0", "").trim().slice(0, 20).toUpperCase() || undefined;
  return name ? { state, figure: { name, year } } : { state, q };
}

/** What was just done to one that the team doesn't have any more. */
function doneIn(params: URLSearchParams) {
  const command = COMMAND_TYPES.find((type) => type === params.get("done"));
  const number = params.get("of") ?? "";
  return command && isNumber(number) ? { command, number } : null;
}

function cluesPath({ state, q, figure }: ClueFilter, after: string | null = null): string {
  const values = figure ? { figure: figure.name, after } : { state, q, after };
  const set = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/clues?${new URLSearchParams(set)}`;
}

export default function CluesPage({ loaderData }: Route.ComponentProps) {
  const { clue, door, office, triage } = useWords();
  const format = useFormat();
  const { done, firstTo, nextTo } = loaderData;
  return (
    <>
      <title>{door.title(clue.title)}</title>
      <PageHead title={clue.title} lead={clue.lead} />
      {done ? (
        <NoticeBanner tone="success" title={triage.done(done.number, office.commands[done.command].done)} />
      ) : null}
      <ClueFigures clues={loaderData} />
      <ClueFilters clues={loaderData} />
      <ClueTable clues={loaderData} />
      <Pager note={clue.count(format.number(loaderData.count))} firstTo={firstTo} nextTo={nextTo} />
    </>
  );
}
