import type { ReactNode } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
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
import { actorContext, renderMailContext } from "./http/context.ts";
import { cookieIn } from "./http/cookies.ts";
import { countsOf } from "./http/counts.server.ts";
import { door } from "./http/door.ts";
import { now } from "./http/environment.ts";
import { localeOf } from "./http/guards.ts";
import { homeOf, navigationOf } from "./http/navigation.ts";
import { read } from "./http/reader.ts";
import { useWords, WordsProvider } from "./i18n/use-words.ts";
import { ButtonLink } from "./ui/button.tsx";
import { PublicFrame } from "./ui/public-frame.tsx";
import { Shell } from "./ui/shell.tsx";

export const middleware: Route.MiddlewareFunction[] = [
  ({ context }) => context.set(renderMailContext, renderMail),
  door,
];

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  const person = "personId" in actor ? actor : null;
  return {
    locale: localeOf(context),
    today: dayOf(now()),
    years: person ? [...(await read(context, loadCalendar)).years] : undefined,
    largePrint: cookieIn(request, "print") === "large",
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
  const locale = data?.locale ?? "zh-CN";
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
          {children}
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
    >
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const words = useWords().door;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const said = status === 404 ? words.notFound : status < 500 ? words.refused : words.failed;
  return (
    <PublicFrame title={said.title} lead={said.text} paths={paths}>
      <title>{words.title(said.title)}</title>
      <ButtonLink to="/" reloadDocument>
        {words.notFound.home}
      </ButtonLink>
    </PublicFrame>
  );
}
