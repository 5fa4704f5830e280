import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLES, type Role } from "../../db/vocabulary.ts";
import { signedIn } from "../support/signed-in.ts";
import { askAll, type Case, type City, cookie, methodsOf, openCity, ours, shareOf } from "./city.ts";
import { type Answer, knock } from "./knock.ts";
import { open, signed, whoMay } from "./who-may.ts";

let city: City;

beforeAll(async () => {
  city = await openCity();
}, 300_000);

afterAll(() => city?.web.stop());

/** Everything that can be asked of the doors that are not open. */
const guarded = () =>
  city.routes
    .filter(({ path }) => !(path in open))
    .flatMap((route) =>
      methodsOf(route).map((method) => ({ route, method, addresses: city.addressesOf(route) })),
    );

/** True for an answer that sends somebody to sign in, or says that there is nothing. */
const isTurnedAway = ({ status, headers }: Answer) =>
  [401, 404].includes(status) ||
  ([302, 303].includes(status) && /^\/sign-in(\/factor)?(\?|$)/.test(String(headers.location ?? "")));

async function breaches(cases: Case[], isRefused: (answer: Answer) => boolean): Promise<string[]> {
  const found: string[] = [];
  await askAll(city.web.port, cases, (answer, { method, path, headers }) => {
    if (!isRefused(answer)) found.push(`${answer.status} ${method} ${path} ${headers.Cookie ?? ""}`);
  });
  return found;
}

describe("every door", () => {
  it("is found, and none is exempt that isn't there", () => {
    const paths = city.routes.map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(50);
    expect(Object.keys({ ...open, ...signed }).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it("is shut to whoever isn't signed in", async () => {
    const cases = guarded().flatMap(({ method, addresses }) =>
      addresses.map((path) => ({ path, method, headers: ours })),
    );
    expect(cases.length).toBeGreaterThan(150);
    expect(await breaches(cases, isTurnedAway)).toEqual([]);
  }, 300_000);

  it("is shut to whose session is over, or was never one", async () => {
    const forged = `${city.tokens.get("intake")?.split(".")[0]}.${"A".repeat(43)}`;
    const cases = guarded().flatMap(({ route, method, addresses }) =>
      [...whoMay(route.path).map((role) => city.expired.get(role)), forged].flatMap((token, nth) =>
        shareOf(addresses, nth, 8).map((path) => ({ path, method, headers: { ...ours, ...cookie(token) } })),
      ),
    );
    expect(await breaches(cases, isTurnedAway)).toEqual([]);
  }, 300_000);

  it("is shut to whoever still owes a second factor", async () => {
    const halves = new Map<Role, string>();
    for (const role of ROLES) {
      const [person] = await city.db.query<{ id: string }>("select id from person where role = $1", [role]);
      const token = await signedIn(city.db.query, person?.id ?? "");
      await city.db.query("update session set stage = 'half' where id = $1", [token.split(".")[0]]);
      halves.set(role, token);
    }
    const cases = guarded().flatMap(({ route, method, addresses }) =>
      whoMay(route.path).flatMap((role, nth) =>
        shareOf(addresses, nth, 9).map((path) => ({
          path,
          method,
          headers: { ...ours, ...cookie(halves.get(role)) },
        })),
      ),
    );
    expect(await breaches(cases, isTurnedAway)).toEqual([]);
  }, 300_000);

  it("isn't there for the wrong role", async () => {
    const cases = guarded().flatMap(({ route, method, addresses }) =>
      ROLES.filter((role) => !whoMay(route.path).includes(role)).flatMap((role, nth) =>
        shareOf(addresses, nth, 9).map((path) => ({
          path,
          method,
          headers: { ...ours, ...cookie(city.tokens.get(role)) },
        })),
      ),
    );
    expect(cases.length).toBeGreaterThan(800);
    expect(await breaches(cases, ({ status }) => status === 404)).toEqual([]);
  }, 300_000);

  it("that needs nothing in its address opens to those who may", async () => {
    const plain = guarded().filter(({ route, method }) => method === "GET" && !/[:*]/.test(route.path));
    const shut: string[] = [];
    for (const { route } of plain) {
      const ask = (token: string | undefined) =>
        knock(city.web.port, `/${route.path}`, { headers: { ...ours, ...cookie(token) } });
      const answers = await Promise.all(whoMay(route.path).map((role) => ask(city.tokens.get(role))));
      const isShut = (answer: Answer) => ![200, 302].includes(answer.status) || isTurnedAway(answer);
      if (answers.every(isShut)) shut.push(`/${route.path} ${answers.map(({ status }) => status)}`);
    }
    // A door for what is only written: to read it is to be told that there is nothing.
    expect(shut).toEqual([]);
  }, 120_000);

  it.each<[string, Record<string, string>]>([
    ["another site", { "Sec-Fetch-Site": "cross-site" }],
    ["a neighbour", { "Sec-Fetch-Site": "same-site" }],
    ["another origin", { Origin: "https://elsewhere.example" }],
    ["our address without its s", { Origin: "http://huiyin.example" }],
    ["nowhere", {}],
    ["a page that hides where it is", { Origin: "null" }],
  ])(
    "takes nothing from %s",
    async (_, headers) => {
      const cases = city.routes
        .filter(({ path, writes }) => writes && !(path in signed))
        .flatMap((route) =>
          whoMay(route.path).map((role) => ({
            path: city.addressesOf(route).at(-1) ?? "",
            method: "POST" as const,
            headers: { Host: ours.Host, ...cookie(city.tokens.get(role)), ...headers },
          })),
        );
      expect(await breaches(cases, ({ status }) => status === 403)).toEqual([]);
    },
    120_000,
  );
});
