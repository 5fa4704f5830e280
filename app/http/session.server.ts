import { type Actor, guest } from "../domain/access/actor.ts";
import { actorOfSession, SESSION_DAYS } from "../domain/people/session.server.ts";
import { cookieHeader, cookieIn } from "./cookies.ts";
import { now } from "./environment.ts";

/** Who a request's cookie says is asking. */
export async function actorOf(request: Request): Promise<Actor> {
  const token = cookieIn(request, "session");
  return token ? ((await actorOfSession(token, now())) ?? guest) : guest;
}

/** The header that signs a browser in. */
export const sessionCookie = (token: string): string =>
  cookieHeader("session", token, SESSION_DAYS * 24 * 60 * 60);

/** The header that signs a browser out. */
export const noSessionCookie = (): string => cookieHeader("session", "", 0);

const browsers: [RegExp, string][] = [
  [/MicroMessenger/, "WeChat"],
  [/Edg/, "Edge"],
  [/Firefox/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Macintosh/, "macOS"],
  [/Linux/, "Linux"],
];

/** The browser and the system behind a request, "Chrome · Windows", for its owner to know it again. */
export function deviceOf(request: Request): string {
  const agent = request.headers.get("User-Agent") ?? "";
  const named = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(agent))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(" · ");
}
