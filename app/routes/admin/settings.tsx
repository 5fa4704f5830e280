import { data, redirect } from "react-router";
import { isClockRule } from "../../domain/clock/defaults.ts";
import { listSettings, setSpan } from "../../domain/clock/setting.server.ts";
import { now } from "../../http/environment.ts";
import { textIn } from "../../http/forms.ts";
import { provedForm } from "../../http/fresh.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/settings.ts";
import { countHint, PeriodForm, PeriodTable } from "./period-parts.tsx";

const LONGEST_REASON = 500;

// /admin/settings, and the form of one period: /admin/settings/replyC
export async function loader({ context, params, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const periods = await read(context, listSettings);
  const open = params.rule ? (periods.find(({ rule }) => rule === params.rule) ?? notFound()) : null;
  return { periods, open, isSaved: url.searchParams.has("done") };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "sysadmin");
  const rule = params.rule ?? "";
  if (!isClockRule(rule)) notFound();
  const words = wordsOf(localeOf(context));
  const form = await provedForm({ context, request }, "changePeriod");
  const values = { count: textIn(form, "count"), reason: textIn(form, "reason") };
  const countFault = countHint(words, rule);
  const errors = {
    ...(/^\d{1,3}$/.test(values.count) ? {} : { count: countFault }),
    ...(values.reason && values.reason.length <= LONGEST_REASON
      ? {}
      : { reason: words.settings.reasonFault }),
  };
  if (Object.keys(errors).length > 0) return data({ values, errors }, 422);
  const isSet = await setSpan(actor, { rule, count: Number(values.count), reason: values.reason }, now());
  if (isSet) return redirect("/admin/settings?done=1");
  return data({ values, errors: { count: countFault } }, 422);
}

export type PeriodRow = Route.ComponentProps["loaderData"]["periods"][number];

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const { door, settings } = useWords();
  const { open, periods, isSaved } = loaderData;
  return (
    <>
      <title>{door.title(settings.periods)}</title>
      <PageHead
        title={settings.periods}
        lead={settings.periodsLead}
        actions={<ButtonLink to="/admin/calendar">{settings.calendar}</ButtonLink>}
      />
      {isSaved ? <NoticeBanner tone="success">{settings.saved}</NoticeBanner> : null}
      {open ? <PeriodForm key={open.rule} period={open} answered={actionData} /> : null}
      <PeriodTable periods={periods} />
    </>
  );
}
