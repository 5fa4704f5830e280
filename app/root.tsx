import { type ReactNode, useEffect } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from "react-router";
import { renderMail } from "../emails/index.ts";
import type { Route } from "./+types/root.ts";
import "./app.css";
import { loadCalendar } from "./domain/clock/calendar.server.ts";
import { dayOf } from "./domain/clock/day.ts";
import { unreadCount } from "./domain/people/notices.server.ts";
import { departmentNameOf } from "./domain/people/people.server.ts";
import { SESSION_LIMITS } from "./domain/people/session-limit.ts";
import { actorContext, renderMailContext } from "./http/context.ts";
import { cookieIn } from "./http/cookies.ts";
import { countsOf } from "./http/counts.server.ts";
import { door, finish } from "./http/door.ts";
import { environment, now } from "./http/environment.ts";
import type { Unproved } from "./http/fresh.ts";
import { localeOf } from "./http/guards.ts";
import { openLog } from "./http/log.ts";
import { homeOf, navigationOf } from "./http/navigation.ts";
import { read } from "./http/reader.ts";
import type { HandedBack } from "./http/typed.ts";
import { witness } from "./http/witness.ts";
import type { Words } from "./i18n/dictionaries.ts";
import { useAskedLocale, useWords, WordsProvider } from "./i18n/use-words.ts";
import { ButtonLink } from "./ui/button.tsx";
import { ConfirmYourself, SendAgain, Unanswered } from "./ui/handed-back.tsx";
import { forgetSent, lastSent } from "./ui/last-sent.ts";
import { PublicFrame } from "./ui/public-frame.tsx";
import { ScanningContext } from "./ui/scanning.ts";
import { Shell } from "./ui/shell.tsx";
import { useSessionEnd } from "./ui/use-session-end.ts";

export const middleware: Route.MiddlewareFunction[] = [
  ({ context }) => context.set(renderMailContext, renderMail),
  witness(openLog("door")),
  finish,
  door,
];

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  const person = "personId" in actor ? actor : null;
  return {
    locale: localeOf(context),
    today: dayOf(now()),
    at: now(),
    years: person ? [...(await read(context, loadCalendar)).years] : undefined,
    largePrint: cookieIn(request, "print") === "large",
    scansFiles: Boolean(environment().clamavUrl),
    person: person && { role: person.kind, post: person.post, name: person.name, nameEn: person.nameEn },
    unread: person ? await read(context, (tx) => unreadCount(tx, person)) : 0,
    counts: person ? await read(context, (tx) => countsOf(tx, person)) : {},
    unit: person ? await read(context, (tx) => departmentNameOf(tx, person, localeOf(context))) : null,
  };
}

export const links: Route.LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const asked = useAskedLocale();
  const locale = data?.locale ?? asked;
  return (
    <html lang={locale} data-print={data?.largePrint ? "large" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <WordsProvider locale={locale} today={data?.today} years={data?.years}>
          <ScanningContext value={data?.scansFiles ?? true}>{children}</ScanningContext>
        </WordsProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

const paths = {
  home: "/",
  notices: "/notices",
  account: "/account",
  locale: "/locale",
  print: "/print",
  signOut: "/sign-out",
};

/** What a page may ask of the frame around it. */
export interface PageHandle {
  /** No padding: the page divides the space itself. */
  wide?: boolean;
  /** No frame: the page has its own. */
  bare?: boolean;
  /** One thing to be done, step by step: on a phone its buttons take the place of the navigation. */
  isTask?: boolean;
}

export default function App({ loaderData }: Route.ComponentProps) {
  const words = useWords();
  const handle = useMatches().at(-1)?.handle as PageHandle | undefined;
  const { person, unread, largePrint, locale, counts, unit } = loaderData;
  useSessionEnd(person ? SESSION_LIMITS[person.role].idle : null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new place is an answer
  useEffect(forgetSent, [useLocation().key]);
  if (!person || handle?.bare) return <Outlet />;
  const name = locale === "en" ? (person.nameEn ?? person.name) : person.name;
  return (
    <Shell
      {...navigationOf({ role: person.role, unit, counts }, words)}
      person={{ name, role: person.post ? words.office.posts[person.post] : words.office.roles[person.role] }}
      unread={unread}
      paths={{ ...paths, home: homeOf(person.role) }}
      largePrint={largePrint}
      wide={handle?.wide}
      isTask={handle?.isTask}
      openedAt={loaderData.at}
    >
      <Outlet />
    </Shell>
  );
}

function saidOf({ door, limits }: Pick<Words, "door" | "limits">, error: unknown) {
  const { status, data } = isRouteErrorResponse(error) ? error : { status: 500, data: null };
  // The door has said it in the reader's language, with the time.
  if (status === 429) return { title: limits.tooMany.title, text: String(data) };
  if (status === 413) return limits.tooLarge;
  if (status === 503) return limits.away;
  return status === 404 ? door.notFound : status < 500 ? door.refused : door.failed;
}

/** A form that could not be taken yet is no failure: it is handed back, with all that was typed. */
function FormHandedBack({ back }: { back: HandedBack | Unproved }) {
  const { door, factor } = useWords();
  const said = "wrong" in back ? factor.fresh : factor.ended;
  return (
    <PublicFrame title={said.title} lead={said.lead} paths={paths}>
      <title>{door.title(said.title)}</title>
      {"wrong" in back ? <ConfirmYourself {...back} /> : <SendAgain {...back} />}
    </PublicFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { door: words, limits } = useWords();
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const said = saidOf({ door: words, limits }, error);
  if (isRouteErrorResponse(error) && error.data?.handedBack) return <FormHandedBack back={error.data} />;
  const unanswered = status >= 500 ? lastSent() : null;
  if (unanswered)
    return (
      <PublicFrame title={limits.unanswered.title} lead={limits.unanswered.text} paths={paths}>
        <title>{words.title(limits.unanswered.title)}</title>
        <Unanswered {...unanswered} />
      </PublicFrame>
    );
  return (
    <PublicFrame title={said.title} lead={said.text} paths={paths}>
      <title>{words.title(said.title)}</title>
      <div className="flex flex-wrap gap-2">
        {status === 429 || status === 503 ? (
          <ButtonLink to={`${pathname}${search}`} tone="primary" reloadDocument>
            {limits.again}
          </ButtonLink>
        ) : null}
        <ButtonLink to="/" reloadDocument>
          {words.notFound.home}
        </ButtonLink>
      </div>
    </PublicFrame>
  );
}
