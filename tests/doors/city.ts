import { randomUUID } from "node:crypto";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { commandFields } from "../../app/domain/complaint/commands.ts";
import { startDraft } from "../../app/domain/complaint/draft.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import type { Role } from "../../db/vocabulary.ts";
import { assignTo } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";
import { signedIn } from "../support/signed-in.ts";
import { startWeb, type Web } from "../support/web.ts";
import { type BuiltRoute, builtRoutes } from "./built-routes.ts";
import { type Answer, knock } from "./knock.ts";

export type Method = "GET" | "POST";

/** A small served city with somebody of every role, and every door of it. */
export interface City {
  db: TestDatabase;
  web: Web;
  routes: BuiltRoute[];
  office: Office;
  /** Of each role, who is signed in, and whose session is over. */
  tokens: ReadonlyMap<Role, string>;
  expired: ReadonlyMap<Role, string>;
  /** The addresses of a route: without what may be left out, and with everything that is known for it. */
  addressesOf(route: BuiltRoute): string[];
}

/** As its browser asks the hub at its public address. */
export const ours = { Host: "huiyin.example", "Sec-Fetch-Site": "same-origin" };

/** The cookie of a session; none without one. */
export const cookie = (token: string | undefined): Record<string, string> =>
  token ? { Cookie: `__Host-huiyin_session=${token}` } : {};

/** Opens the city. Its web believes that it is reached over https, and limits nobody. */
export async function openCity(settings: Record<string, string> = {}): Promise<City> {
  const db = await testDatabase();
  const office = await openOffice();
  const known = await livedIn(db, office);
  const web = await startWeb(db, {
    HUIYIN_URL: "https://huiyin.example",
    HUIYIN_LIMITS_SCALE: "1000",
    ...settings,
  });
  // The build reads its settings as it is looked at.
  process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
  const routes = await builtRoutes();
  const [tokens, expired] = [new Map<Role, string>(), new Map<Role, string>()];
  for (const who of Object.values(office).filter(isActor)) {
    tokens.set(who.kind, await signedIn(db.query, who.personId));
    expired.set(who.kind, await signedIn(db.query, who.personId, "-1 minute"));
  }
  return { db, web, routes, office, tokens, expired, addressesOf: (route) => addressesOf(route, known) };
}

const isActor = (who: PersonActor | string): who is PersonActor => typeof who !== "string";
const dashed = (type: string) => type.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Something behind most doors, so that a door that is shut isn't shut for want of anything: values by their names. */
async function livedIn(db: TestDatabase, { lin, su, zhao, construction }: Office) {
  const handIn = async (title: string) => {
    const at = shanghai("2026-03-02 09:30");
    const draftId = await startDraft(lin, newId(), at);
    return (await submit(lin, { ...aSubmission, title, draftId }, at)).number;
  };
  const number = await handIn("交办的问题");
  const clue = await handIn("移送的问题");
  await does(su, { number }, assignTo(construction), "2026-03-02 10:00");
  await does(su, { number: clue }, { type: "moveToClue", reason: "点名反映" }, "2026-03-02 10:10");
  const [hand] = await db.query<{ id: string; code: string }>("select id, code from assignment");
  await does(zhao, { code: hand?.code ?? "" }, { type: "sign", officer: "赵承安" }, "2026-03-02 14:00");
  const draft = await startDraft(lin, newId(), shanghai("2026-03-02 15:00"));
  const known: Record<string, string[]> = {
    number: [number, clue],
    code: [hand?.code ?? "", "LXD-001"],
    id: [draft, su.personId, hand?.id ?? randomUUID()],
    kind: ["original", "released"],
    act: [...Object.keys(commandFields).map(dashed), "language", "mailing", "password", "session", "enable"],
    year: ["2026"],
    token: ["no-such-token"],
    step: ["what"],
    section: ["all"],
  };
  return known;
}

function addressesOf({ path }: BuiltRoute, known: Record<string, string[]>): string[] {
  let addresses = [""];
  for (const part of path.split("/").filter(Boolean)) {
    const name = /^:(\w+)/.exec(part)?.[1];
    const values = name ? (known[name] ?? ["x"]) : [part === "*" ? "no/such/page" : part];
    const shorter = part.endsWith("?") ? addresses : [];
    addresses = [...shorter, ...addresses.flatMap((start) => values.map((value) => `${start}/${value}`))];
  }
  return path ? addresses : ["/"];
}

/** Of many addresses those that fall to the nth of several; the plainest are everybody's. */
export const shareOf = (addresses: string[], nth: number, of: number): string[] =>
  addresses.length <= 8 ? addresses : addresses.filter((_, at) => at < 3 || at % of === nth);

/** How a route can be asked. */
export const methodsOf = ({ reads, writes }: BuiltRoute): Method[] => [
  ...(reads ? (["GET"] as const) : []),
  ...(writes ? (["POST"] as const) : []),
];

export interface Case {
  path: string;
  method: Method;
  headers: Record<string, string>;
}

/** Asks for everything, four at a time; each answer is looked at with its case. */
export async function askAll(
  port: number,
  cases: readonly Case[],
  look: (answer: Answer, one: Case) => void,
): Promise<void> {
  const todo = cases.values();
  const work = async () => {
    for (const one of todo) {
      const { path, method, headers } = one;
      const form = { "Content-Type": "application/x-www-form-urlencoded" };
      const sent = method === "POST" ? { headers: { ...form, ...headers }, body: "some=thing" } : { headers };
      look(await knock(port, path, { method, ...sent }), one);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}
