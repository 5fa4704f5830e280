import type { MiddlewareFunction, RouterContextProvider } from "react-router";
import { keyedHash } from "../domain/people/door-setting.server.ts";
import { sessionOf } from "../domain/people/session.server.ts";
import { addressOf } from "./client-address.ts";
import { actorContext, halfContext } from "./context.ts";
import { now } from "./environment.ts";
import { formOf, textIn } from "./forms.ts";
import { placeOf } from "./place.ts";
import { named, type Somebody, witnessed } from "./testimony.ts";

interface Book {
  info(line: object, what: string): void;
}

const SESSION = /^(?:__Host-)?huiyin_session=([\w-]+\.[\w-]+);/;
/** Where an enterprise's people alone have anything to do, though nobody knows yet who they are: beside a number an address would tell. */
const ENTERPRISE = /^\/(liaison|rate)\b/;
/** So much of a hash tells one account from another and leads to none. */
const HASH_LENGTH = 16;

/**
 * Writes a line of whoever comes in, fails to, goes, or meets a closed door: when, who, from where, at which door. For
 * those who look into it later; the trail tells what was done inside.
 */
export const witness =
  (book: Book): MiddlewareFunction<Response> =>
  async ({ request, url, pattern, context }, next) => {
    const place = placeOf(pattern);
    const isTry = request.method === "POST" && place === "/sign-in";
    const typed = isTry ? request.clone() : null;
    const response = await next();
    const { status } = response;
    const known = (await cameIn(response)) ?? knownIn(context);
    const what = witnessed(request.method, place, status, known !== null);
    if (!what) return response;
    const path = pathForLog(url.pathname);
    const isEnterprise = known?.role === "liaison" || ENTERPRISE.test(place);
    const from = isEnterprise ? {} : { from: addressOf(request) };
    const account = what === "signInFailed" && typed ? { account: await accountOf(typed) } : {};
    book.info(
      { ...(known && named(known)), ...from, ...account, method: request.method, path, status },
      what,
    );
    return response;
  };

/** Who has just been given a session. */
async function cameIn({ headers }: Response): Promise<Somebody | null> {
  const token = headers.getSetCookie().flatMap((cookie) => SESSION.exec(cookie)?.[1] ?? [])[0];
  const signed = token && (await sessionOf(token, now()));
  if (!signed) return null;
  return signed.stage === "whole" ? personIn(signed.actor) : signed.half;
}

function knownIn(context: Readonly<RouterContextProvider>): Somebody | null {
  const [half, actor] = [context.get(halfContext), context.get(actorContext)];
  return half ?? ("personId" in actor ? personIn(actor) : null);
}

const personIn = ({ kind, personId }: { kind: Somebody["role"]; personId: string }): Somebody => ({
  role: kind,
  personId,
});

/** Which account somebody failed to open, by a hash: whether many tried one, or one tried many. */
async function accountOf(typed: Request): Promise<string> {
  const form = await formOf(typed).catch(() => new FormData());
  const email = textIn(form, "email").toLowerCase();
  return keyedHash(`log ${email}`).toString("hex").slice(0, HASH_LENGTH);
}

/** Nothing that may be a one-time secret. */
const pathForLog = (path: string) => path.replaceAll(/[\w-]{24,}/g, "…");
