import { redirect } from "react-router";
import { CREATION, OPENING_KINDS, RULE_EVENTS } from "../../../db/vocabulary.ts";
import { COMMAND_TYPES } from "../../domain/complaint/commands.ts";
import { isDay } from "../../domain/complaint/field.ts";
import { askCheck } from "../../domain/trail/ask-check.server.ts";
import { searchTrail, stateOfTrail } from "../../domain/trail/search-trail.server.ts";
import { notFound, only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import type { Route } from "./+types/home.ts";
import { TrailState } from "./trail-state.tsx";
import { TrailTable } from "./trail-table.tsx";

const path = "/audit";
const acts = [CREATION, ...COMMAND_TYPES, ...RULE_EVENTS] as const;
const rights = [
  "appointAsked",
  "moveAsked",
  "enableAsked",
  "replaceFactorAsked",
  "rightsApproved",
  "rightsRefused",
  "rightsWithdrawn",
  "disable",
  "found",
] as const;
const settings = ["periodSet", "calendarChanged"] as const;
const whats: readonly string[] = [...OPENING_KINDS, ...rights, ...settings, ...acts];

function queryIn({ searchParams }: URL) {
  const plain = (name: string) => searchParams.get(name)?.replaceAll("\0", "").trim().slice(0, 80) || null;
  const day = (name: string) => (isDay(plain(name) ?? "") ? plain(name) : null);
  const what = plain("what");
  return {
    q: plain("q"),
    what: what && whats.includes(what) ? what : null,
    from: day("from"),
    until: day("until"),
  };
}

function addressOf(query: Record<string, string | null>) {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  only(context, "auditor");
  if (params.act) notFound();
  const query = queryIn(url);
  const after = markIn(url);
  return read(context, async (tx) => {
    const { rows, hasMore } = await searchTrail(tx, { after, ...query });
    const last = rows.at(-1);
    return {
      rows,
      query,
      state: await stateOfTrail(tx),
      isAsked: url.searchParams.has("asked"),
      firstTo: after ? addressOf(query) : null,
      nextTo:
        hasMore && last ? addressOf({ ...query, after: markOf({ createdAt: last.at, id: last.id }) }) : null,
    };
  });
}

/** POST /audit/check */
export async function action({ context, params }: Route.ActionArgs) {
  const actor = only(context, "auditor");
  if (params.act !== "check") notFound();
  await askCheck(actor);
  return redirect(`${path}?asked=1`);
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { door, office, security, trail } = useWords();
  const { audit } = trail;
  const { query, rows, state, isAsked, firstTo, nextTo } = loaderData;
  const commands = acts.map((value) => ({ value, label: office.commands[value].done }));
  return (
    <>
      <title>{door.title(audit.title)}</title>
      <PageHead title={audit.title} lead={audit.lead} />
      {isAsked ? <NoticeBanner tone="info">{audit.asked}</NoticeBanner> : null}
      <div className="mb-4">
        <TrailState state={state} />
      </div>
      <FilterBar
        label={audit.filter}
        action={path}
        search={{ name: "q", label: audit.q, value: query.q }}
        filters={[
          {
            name: "what",
            label: audit.what,
            value: query.what,
            options: [
              {
                label: audit.openings,
                options: OPENING_KINDS.map((value) => ({ value, label: audit.kinds[value] })),
              },
              {
                label: security.title,
                options: rights.map((value) => ({ value, label: security.trailKinds[value] })),
              },
              {
                label: security.settings,
                options: settings.map((value) => ({ value, label: security.trailKinds[value] })),
              },
              { label: audit.acts, options: commands },
            ],
          },
        ]}
        days={[
          { name: "from", label: audit.from, value: query.from },
          { name: "until", label: audit.until, value: query.until },
        ]}
      />
      <TrailTable rows={rows} empty={<Empty title={audit.none}>{audit.noneText}</Empty>} />
      <Pager firstTo={firstTo} nextTo={nextTo} />
    </>
  );
}
