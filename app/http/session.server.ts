import type { RouterContextProvider } from "react-router";
import { guest } from "../domain/access/actor.ts";
import { withActor } from "../domain/access/with-actor.server.ts";
import { DEVICE_DAYS, welcomeDevice } from "../domain/people/device.server.ts";
import type { Entry } from "../domain/people/enter.server.ts";
import { endHalfSession, endSession, type Signed, sessionOf } from "../domain/people/session.server.ts";
import { SESSION_DAYS } from "../domain/people/session-limit.ts";
import { addressOf } from "./client-address.ts";
import { actorContext, halfContext } from "./context.ts";
import { cookieHeader, cookieIn } from "./cookies.ts";
import { now } from "./environment.ts";

const DAY_SECONDS = 24 * 60 * 60;

/** The session that a request's cookie names, if it still runs. */
export async function signedOf(request: Request): Promise<Signed | null> {
  const token = cookieIn(request, "session");
  return token ? sessionOf(token, now()) : null;
}

/** The header that signs a browser in. */
export const sessionCookie = (token: string): string =>
  cookieHeader("session", token, SESSION_DAYS * DAY_SECONDS);

/** Ends the session that this browser shows, whole or half. */
export async function leaveSession(context: Readonly<RouterContextProvider>): Promise<void> {
  const [actor, half] = [context.get(actorContext), context.get(halfContext)];
  if ("personId" in actor) await endSession(actor, actor.sessionId);
  if (half) await endHalfSession(half, now());
}

/**
 * The headers that let somebody in: signed in, and where the browser has become known, to be known again by. Whatever
 * session it had before ends, since nobody could end it from there any more.
 */
export async function entryCookies(
  context: Readonly<RouterContextProvider>,
  { token, deviceToken }: Pick<Entry, "token" | "deviceToken">,
): Promise<Headers> {
  await leaveSession(context);
  const headers = new Headers({ "Set-Cookie": sessionCookie(token) });
  if (deviceToken) headers.append("Set-Cookie", deviceCookie(deviceToken));
  return headers;
}

/** The header by which a browser is known again, long after it was signed out. */
export const deviceCookie = (deviceToken: string): string =>
  cookieHeader("device", deviceToken, DEVICE_DAYS * 24 * 60 * 60);

/** What a request says of its browser and its connection. */
export const callerOf = (request: Request) => ({
  device: deviceOf(request),
  deviceToken: cookieIn(request, "device"),
  address: addressOf(request),
});

/** The header by which a browser is known again, now that somebody has wholly signed in from it. */
export async function knowBrowser(request: Request, personId: string): Promise<string> {
  const { device, deviceToken } = callerOf(request);
  return deviceCookie(
    await withActor(guest, "write", (tx) =>
      welcomeDevice(tx, { personId, device, token: deviceToken }, now()),
    ),
  );
}

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
