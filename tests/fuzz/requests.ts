import { commandFields } from "../../app/domain/complaint/commands.ts";
import { ROLES, type Role } from "../../db/vocabulary.ts";
import type { BuiltRoute } from "../doors/built-routes.ts";
import { whoMay } from "../doors/who-may.ts";
import { type Body, form, upload } from "./bodies.ts";
import type { Dice } from "./dice.ts";
import { text } from "./nasty.ts";

/** What is known of a served city by whoever wants to break it. */
export interface Ground {
  routes: readonly BuiltRoute[];
  tokens: ReadonlyMap<Role, string>;
  cookieName: string;
  /** What stands for `:name` in an address, by name. */
  known: Record<string, readonly string[]>;
}

export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

const names = [
  ...new Set(Object.values(commandFields).flatMap((fields) => Object.keys(fields))),
  ...[
    "email",
    "password",
    "current",
    "next",
    "again",
    "name",
    "nameEn",
    "mobile",
    "role",
    "post",
    "department",
  ],
  ...[
    "point",
    "locale",
    "language",
    "mailing",
    "id",
    "reason",
    "note",
    "title",
    "text",
    "returnTo",
    "print",
    "to",
  ],
  ...[
    "commandId",
    "assignmentId",
    "measureId",
    "kept",
    "release",
    "code",
    "creditCode",
    "days",
    "seen",
    "after",
  ],
];
const dashed = (type: string) => type.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const acts = [
  ...Object.keys(commandFields).map(dashed),
  ...["language", "mailing", "password", "session", "enable", "disable", "check", "day", "year", "toString"],
];
const queries = [
  "q",
  "status",
  "after",
  "to",
  "year",
  "queue",
  "state",
  "as",
  "remove",
  "_routes",
  "index",
  "kind",
];

function valueFor(name: string, ground: Ground, dice: Dice): string {
  if (dice.isOneIn(4)) return encodeURIComponent(text(dice).slice(0, 300).toWellFormed());
  if (name === "act") return dice.pick(acts);
  return encodeURIComponent(dice.pick(ground.known[name] ?? ["x", "2026", "1"]));
}

function addressOf({ path }: BuiltRoute, ground: Ground, dice: Dice): string {
  const parts = path.split("/").flatMap((part) => {
    if (part.endsWith("?") && dice.isOneIn(3)) return [];
    const name = /^:(\w+)/.exec(part)?.[1];
    return [name ? valueFor(name, ground, dice) : part];
  });
  const strange = dice.isOneIn(25)
    ? dice.pick(["/", "//", "/..", "%2f", "%", "%ff", ".json", ";x", "/%2e%2e/"])
    : "";
  return `/${parts.join("/")}${strange}`;
}

function queryOf(ground: Ground, dice: Dice): string {
  if (!dice.isOneIn(3)) return "";
  const values = Object.values(ground.known).flat();
  const pairs = dice.some(queries, 4).map((name) => {
    const value = dice.isOneIn(3) ? dice.pick(values) : text(dice).slice(0, 1000);
    return `${name}=${dice.isOneIn(15) ? "%" : encodeURIComponent(value.toWellFormed())}`;
  });
  return `?${pairs.join(dice.isOneIn(10) ? "&&" : "&")}`;
}

/** A session of somebody who may, of somebody else, one that was never one, or none. */
function cookieOf({ path }: BuiltRoute, { tokens, cookieName }: Ground, dice: Dice): string {
  // Signed out, somebody would try nothing more.
  const role = dice.isOneIn(3) ? dice.pick(ROLES) : dice.pick(whoMay(path));
  const token = path === "sign-out" || dice.isOneIn(8) ? "" : (tokens.get(role) ?? "");
  const spoilt = dice.isOneIn(15) ? token.slice(0, dice.below(token.length + 1)) : token;
  const more = dice.isOneIn(10) ? `; huiyin_locale=${dice.pick(["en", "zh-CN", "xx", "%", "a=b"])}` : "";
  const junk = dice.isOneIn(30)
    ? `; ${dice.pick(["=", ";;", "a", `x=${"y".repeat(3000)}`, "huiyin_print=large"])}`
    : "";
  return `${cookieName}=${spoilt}${more}${junk}`;
}

function strangeHeaders(dice: Dice): Record<string, string> {
  const headers: [string, string][] = [
    ["Accept", dice.pick(["", "*/*", "application/json", "text/html", "x".repeat(500)])],
    ["Accept-Language", dice.pick(["en", "zh", "xx-YY;q=9", "*", ",,,"])],
    ["X-Forwarded-For", dice.pick(["1.2.3.4", "::1", "x", ",,,", "127.0.0.1, 9.9.9.9"])],
    ["X-Forwarded-Host", "elsewhere.example"],
    ["X-Huiyin-Client", "9.9.9.9"],
    ["Range", dice.pick(["bytes=0-0", "bytes=9-1", "x", "bytes=-"])],
    ["If-None-Match", dice.pick(["*", 'W/"x"', ""])],
    [
      "User-Agent",
      dice.pick(["", "x".repeat(2000), "Mozilla/5.0 (Linux; Android) MicroMessenger Edg Firefox"]),
    ],
    ["Expect", "100-continue"],
    ["Upgrade", dice.pick(["websocket", "h2c"])],
    ["X-HTTP-Method-Override", "DELETE"],
    ["svix-id", "x"],
    ["svix-timestamp", String(dice.below(2 ** 31))],
    ["svix-signature", "v1,AAAA"],
  ];
  return Object.fromEntries(dice.some(headers, 4));
}

/** Where it says that it comes from: mostly from our own page, or nothing further would be tried. */
function site(dice: Dice): Record<string, string> {
  if (!dice.isOneIn(8)) return { "Sec-Fetch-Site": "same-origin" };
  return dice.pick<Record<string, string>>([
    {},
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-origin", Origin: "null" },
    { Origin: "null" },
    { Origin: "https://elsewhere.example" },
    { Origin: "not a url" },
  ]);
}

function sent(route: BuiltRoute, method: string, body: Body | null, ground: Ground, dice: Dice): Sent {
  const data = dice.isOneIn(4) ? ".data" : "";
  const headers = {
    Host: "huiyin.example",
    Cookie: cookieOf(route, ground, dice),
    ...site(dice),
    ...(body?.type ? { "Content-Type": body.type } : {}),
    ...(dice.isOneIn(6) ? strangeHeaders(dice) : {}),
  };
  return {
    method,
    path: `${addressOf(route, ground, dice)}${data}${queryOf(ground, dice)}`,
    headers,
    body: body?.bytes ?? null,
  };
}

/** One request that no page of ours makes. */
export function aRequest(ground: Ground, dice: Dice): Sent {
  const route = dice.pick(ground.routes);
  const strange = dice.isOneIn(20);
  const isWrite = strange ? dice.isOneIn(2) : route.writes && (!route.reads || dice.isOneIn(2));
  const method = strange
    ? dice.pick(["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "TRACE", "POST", "GET"])
    : isWrite
      ? "POST"
      : "GET";
  const values = Object.values(ground.known).flat();
  const hasBody = isWrite && method !== "GET" && method !== "HEAD";
  return sent(route, method, hasBody ? form(names, values, dice) : null, ground, dice);
}

/** One form with files, where files are taken, and now and then where they are not. */
export function anUpload(ground: Ground, dice: Dice): Sent {
  const takes = ground.routes.filter(({ path }) => /attachments|evidence|import|verify|:act/.test(path));
  const route = dice.isOneIn(10) ? dice.pick(ground.routes) : dice.pick(takes);
  const values = Object.values(ground.known).flat();
  return sent(route, "POST", upload(names, values, dice), ground, dice);
}
