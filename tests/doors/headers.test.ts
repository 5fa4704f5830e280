import { readdirSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askAll, type Case, type City, cookie, methodsOf, openCity, ours, shareOf } from "./city.ts";
import { type Answer, knock } from "./knock.ts";
import { open, whoMay } from "./who-may.ts";

let city: City;
let nonces: string[];

beforeAll(async () => {
  city = await openCity();
  nonces = [];
}, 300_000);

afterAll(() => city?.web.stop());

const always: IncomingHttpHeaders = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cache-control": "private, no-store",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
};

const isHtml = ({ headers }: Answer) => headers["content-type"]?.startsWith("text/html") ?? false;

/** What is wrong with the policy of an answer; of a page, also with the scripts in it. */
function faultsOfPolicy(answer: Answer): string[] {
  const policy = String(answer.headers["content-security-policy"] ?? "");
  const faults = ["unsafe-inline", "unsafe-eval", "http:", "https:", "*"].filter((word) =>
    policy.includes(word),
  );
  if (!isHtml(answer))
    return /^default-src 'none'|^sandbox$/.test(policy) ? faults : [...faults, `policy ${policy}`];
  const nonce = /script-src 'nonce-([^']{22,})'/.exec(policy)?.[1] ?? "";
  if (!nonce || nonces.includes(nonce)) faults.push(`nonce ${nonce}`);
  nonces.push(nonce);
  for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"])
    if (!policy.includes(part)) faults.push(`no ${part}`);
  if (!policy.includes("frame-ancestors 'none'")) faults.push("framed");
  const page = answer.body.toString();
  const strange = [...page.matchAll(/<(script|style)\b[^>]*>/g)].filter(
    ([tag]) => !tag.includes(`nonce="${nonce}"`),
  );
  if (strange.length > 0) faults.push(...strange.map(([tag]) => tag));
  if (/\sstyle="|\son\w+="/.test(page)) faults.push("inline");
  return faults;
}

function faultsOf(answer: Answer, besides: IncomingHttpHeaders = {}): string[] {
  const expected = { ...always, ...besides };
  const wrong = Object.entries(expected)
    .filter(([name, value]) => answer.headers[name] !== value)
    .map(([name]) => `${name}: ${answer.headers[name]}`);
  if (!answer.headers["permissions-policy"]?.includes("camera=()")) wrong.push("permissions");
  for (const set of answer.headers["set-cookie"] ?? [])
    if (!/^__Host-\w+=[^;]*; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/.test(set))
      wrong.push(set);
  return [...wrong, ...faultsOfPolicy(answer)];
}

describe("the headers", () => {
  it("are on every page and every answer, whoever asks for it and however it ends", async () => {
    const faults: string[] = [];
    const statuses = new Set<number>();
    let pages = 0;
    const cases: Case[] = city.routes.flatMap((route) => {
      const roles = route.path in open ? [undefined] : [...whoMay(route.path), undefined];
      return methodsOf(route).flatMap((method) =>
        roles.flatMap((role, nth) =>
          shareOf(city.addressesOf(route), nth, 9)
            .flatMap((path) => (method === "GET" ? [path, `${path}.data`] : [path]))
            .map((path) => ({
              path,
              method,
              headers: { ...ours, ...cookie(role && city.tokens.get(role)) },
            })),
        ),
      );
    });
    await askAll(city.web.port, cases, (answer, { method, path }) => {
      statuses.add(answer.status);
      pages += isHtml(answer) ? 1 : 0;
      faults.push(...faultsOf(answer).map((fault) => `${answer.status} ${method} ${path}: ${fault}`));
    });
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(100);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 302, 404, 422]));
  }, 300_000);

  it.each<[string, string, string, Record<string, string>, number]>([
    ["HEAD", "HEAD", "/sign-in", ours, 200],
    ["a page that isn't there", "GET", "/no/such/page", ours, 404],
    ["a strange method", "TRACE", "/", ours, 405],
    ["a strange address", "GET", "/%ff", ours, 400],
    ["too long an address", "GET", `/${"a".repeat(8001)}`, ours, 414],
    ["too large a form", "POST", "/sign-in", { ...ours, "Content-Length": "1000001" }, 413],
    ["another site", "POST", "/sign-in", { ...ours, "Sec-Fetch-Site": "cross-site" }, 403],
    ["the health", "GET", "/healthz", ours, 200],
  ])("are on %s", async (_, method, path, headers, status) => {
    const answer = await knock(city.web.port, path, { method, headers });
    expect([answer.status, faultsOf(answer)]).toEqual([status, []]);
  });

  it("let what has its name from its content be kept, and nothing else for long", async () => {
    const [asset] = readdirSync("build/client/assets");
    const kept = { "cache-control": "public, max-age=31536000, immutable" };
    const [named, icon] = await Promise.all(
      [`/assets/${asset}`, "/favicon.svg"].map((path) => knock(city.web.port, path, { headers: ours })),
    );
    expect(named && faultsOf(named, kept)).toEqual([]);
    expect(icon && faultsOf(icon, { "cache-control": "public, max-age=3600" })).toEqual([]);
    const gone = await knock(city.web.port, "/assets/gone.js", { headers: ours });
    expect([gone.status, faultsOf(gone)]).toEqual([404, []]);
  });

  it("take away what the last reader left, but not the language of the machine", async () => {
    const token = city.tokens.get("leader");
    const answer = await knock(city.web.port, "/sign-out", {
      method: "POST",
      headers: { ...ours, ...cookie(token) },
    });
    expect(answer.headers["clear-site-data"]).toBe('"cache", "storage"');
    expect(answer.headers["set-cookie"]).toEqual([
      expect.stringMatching(/^__Host-huiyin_session=; Path=\/; Max-Age=0;/),
    ]);
    expect(faultsOf(answer)).toEqual([]);
  });
});
