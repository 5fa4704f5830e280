import type { Page } from "@playwright/test";
import { QUEUES } from "../../app/domain/ledger/queue.ts";
import type { cast } from "../../db/seed/cast.ts";
import { COMPLAINT_STATUSES, type Locale } from "../../db/vocabulary.ts";

export interface Place {
  /** The address's shape, `/desk/complaints/:number/assign`, and for a matter the acts that it offers. */
  shape: string;
  path: string;
}

type CastKey = keyof typeof cast;

const queues = QUEUES.map((queue) => `/desk?queue=${queue}`);

/** The two teams share the statuses between them, as they share the work. */
const early = ["submitted", "supplementing", "accepted", "handling", "declined", "referenced", "merged"];
const ledgers = (isEarly: boolean) =>
  COMPLAINT_STATUSES.filter((status) => early.includes(status) === isEarly).map(
    (status) => `/desk/ledger?status=${status}`,
  );
const intake = ["/desk", ...queues, ...ledgers(true)];
const supervision = ["/desk", ...ledgers(false)];
const department = ["/department", "/department/measures", "/department/answered", "/department/all"];

/**
 * For each kind of page one of the cast who reads Chinese and one who reads English, and the lists from
 * which their pages are reached. They are not the same people, since a language is kept with the person.
 */
export const walks: { who: CastKey; locale: Locale; starts: string[] }[] = [
  { who: "lin", locale: "zh-CN", starts: ["/liaison", "/liaison/file"] },
  { who: "he", locale: "en", starts: ["/liaison", "/liaison/file"] },
  { who: "su", locale: "zh-CN", starts: intake },
  { who: "cheng", locale: "en", starts: intake },
  { who: "gu", locale: "zh-CN", starts: supervision },
  { who: "lu", locale: "en", starts: supervision },
  { who: "yan", locale: "zh-CN", starts: ["/custody"] },
  { who: "shi", locale: "en", starts: ["/custody"] },
  { who: "qin", locale: "zh-CN", starts: ["/clues", "/clues?state=concluded"] },
  { who: "zhao", locale: "zh-CN", starts: department },
  { who: "qian", locale: "en", starts: department },
  { who: "xu", locale: "zh-CN", starts: ["/admin/people", "/admin/mails"] },
  { who: "jing", locale: "zh-CN", starts: ["/audit"] },
  { who: "wei", locale: "zh-CN", starts: ["/security", "/security/rights", "/security/keys"] },
  { who: "liang", locale: "en", starts: ["/notices"] },
];

/** Pages that nobody is signed in on. */
export const publicPlaces: Place[] = [
  "/sign-in",
  "/forgot",
  "/verify",
  "/mailbox",
  "/invitation/gone",
  "/no/such/page",
].map((path) => ({ shape: path, path }));

const shapeOf = (path: string) => {
  const [pathname = "", query = ""] = path.split("?");
  // Of every way to cut the ledger down there is a sheet to print and a view to keep, which look alike.
  const isAlike = /^\/desk\/ledger\/(sheet|views)$/.test(pathname);
  const names = isAlike ? "" : [...new URLSearchParams(query).keys()].sort().join("&");
  return (
    pathname
      .replace(/HY\d{4}-\d+/, ":number")
      .replace(/JB-\w{4}-\w{4}/, ":code")
      .replace(/LXD-\d+/, ":point")
      .replace(/\d{4}-\d\d-\d\d/, ":day")
      .replace(/\/20\d\d(?=\/|$)/, "/:year")
      .replace(/(\/admin\/settings)\/\w+/, "$1/:rule")
      .replace(/(\/admin\/departments)\/(?!new)[\w-]+/, "$1/:code")
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id") + (names && `?${names}`)
  );
};

const isPage = (path: string) =>
  !/^\/(locale|print|sign-out|liaison\/files|desk\/files|department\/files)|\.(xlsx|csv|docx|json|svg)|\/html$/.test(
    path,
  );

/** What a visit found: the page's answer, and the addresses inside the hub that it links to. */
async function visit(page: Page, path: string) {
  const response = await page.goto(path);
  const hrefs = await page
    .locator("a[href^='/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return {
    answer: response?.status() ?? 0,
    hrefs: hrefs.map((href) => href.split("#")[0] ?? "").filter(isPage),
  };
}

/**
 * Walks from the starts along every link: one page of each shape, and of complaints and assignments
 * one for each set of acts that is offered. Each place found is looked at while it is in view. Answers
 * the places in their order, and the links that led nowhere.
 */
export async function walk(
  page: Page,
  starts: readonly string[],
  look: (place: Place) => Promise<void> = async () => {},
  limit = 150,
) {
  const places: Place[] = [];
  const dead: string[] = [];
  const seen = new Set<string>();
  const todo = [...starts];
  const isMatter = (path: string) => /\/(HY\d{4}-\d+|JB-\w{4}-\w{4})$/.test(path);
  const perShape = new Map<string, number>();
  while (todo.length > 0 && places.length < limit) {
    const path = todo.shift() ?? "";
    const shape = shapeOf(path);
    const visits = perShape.get(shape) ?? 0;
    if (seen.has(path) || visits >= (isMatter(path) || starts.includes(path) ? 15 : 1)) continue;
    seen.add(path);
    perShape.set(shape, visits + 1);
    const { answer, hrefs } = await visit(page, path);
    if (answer !== 200) {
      dead.push(`${answer} ${path}`);
      continue;
    }
    const acts = hrefs
      .filter((href) => href.startsWith(`${path}/`))
      .map((href) => shapeOf(href).split("/").at(-1));
    const named = isMatter(path) ? `${shape} ${[...new Set(acts)].sort().join(" ")}` : shape;
    if (!places.some((place) => place.shape === named)) {
      places.push({ shape: named, path });
      await look({ shape: named, path });
    }
    // Of a start, one link of each shape is enough; of a page, all acts that it offers.
    const first = new Set<string>();
    for (const href of hrefs) {
      const key = shapeOf(href);
      if (seen.has(href) || (isMatter(href) && first.has(key))) continue;
      first.add(key);
      todo.push(href);
    }
  }
  return { places, dead };
}
