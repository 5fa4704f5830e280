import { data, redirect } from "react-router";
import { publishedYear } from "../../../db/published-years.server.ts";
import {
  changesOfYear,
  changeYear,
  daysOfYear,
  loadedYears,
} from "../../domain/clock/calendar-change.server.ts";
import { dayOf, yearOf } from "../../domain/clock/day.ts";
import { changeIn, type YearAct } from "../../http/calendar-form.ts";
import { now } from "../../http/environment.ts";
import { provedForm } from "../../http/fresh.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { Route } from "./+types/calendar.ts";
import { CalendarYear } from "./calendar-year.tsx";

const acts: readonly YearAct[] = ["add", "remove", "paste", "package"];

function yearIn(given: string | undefined): number | null {
  if (given === undefined) return null;
  return /^20\d\d$/.test(given) ? Number(given) : notFound();
}

// /admin/calendar, /admin/calendar/2027, and an act on it: /admin/calendar/2027/paste
export async function loader({ context, params, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const thisYear = yearOf(dayOf(now()));
  const year = yearIn(params.year) ?? thisYear;
  return read(context, async (tx) => {
    const loaded = await loadedYears(tx);
    return {
      year,
      years: [...new Set([...loaded, year, thisYear + 1])].sort((a, b) => b - a),
      isLoaded: loaded.includes(year),
      days: await daysOfYear(tx, year),
      changes: await changesOfYear(tx, year),
      isInPackage: publishedYear(year) !== null,
      isSaved: url.searchParams.has("done"),
    };
  });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "sysadmin");
  const year = yearIn(params.year) ?? notFound();
  const act = acts.find((one) => one === params.act) ?? notFound();
  const { settings } = wordsOf(localeOf(context));
  const read = changeIn(act, year, await provedForm({ context, request }, "changeCalendar"), settings);
  if (!read.ok) return data({ act, values: read.values, errors: read.errors, refusal: undefined }, 422);
  const isChanged = await changeYear(actor, year, read.change, now());
  if (isChanged) return redirect(`/admin/calendar/${year}?done=1`);
  return data({ act, values: read.values, errors: {}, refusal: settings.notChanged }, 409);
}

export type CalendarData = Route.ComponentProps["loaderData"];
export type CalendarAnswer = Route.ComponentProps["actionData"];

export default function Calendar({ loaderData, actionData }: Route.ComponentProps) {
  const { door, settings } = useWords();
  const { year, years, isLoaded, isSaved } = loaderData;
  return (
    <>
      <title>{door.title(`${settings.calendar} ${year}`)}</title>
      <PageHead
        title={settings.calendar}
        lead={settings.calendarLead}
        actions={<ButtonLink to="/admin/settings">{settings.periods}</ButtonLink>}
      />
      {isSaved && !actionData ? <NoticeBanner tone="success">{settings.changed}</NoticeBanner> : null}
      <Tabs
        label={settings.years}
        items={years.map((one) => ({
          to: `/admin/calendar/${one}`,
          label: settings.yearTitle(String(one)),
          current: one === year,
        }))}
      />
      {isLoaded ? null : (
        <NoticeBanner tone="warn" title={settings.notLoaded}>
          {settings.notLoadedNext}
        </NoticeBanner>
      )}
      <CalendarYear key={year} loaded={loaderData} answered={actionData} />
    </>
  );
}
