import {
  type MiddlewareFunction,
  type RouterContextProvider,
  redirect,
  type ServerInstrumentation,
} from "react-router";
import { guest } from "../domain/access/actor.ts";
import { Snapshot } from "../domain/access/snapshot.server.ts";
import { renewSession } from "../domain/people/session.server.ts";
import { MOST_FORM_BYTES } from "./bounded-body.ts";
import { addressOf } from "./client-address.ts";
import {
  actorContext,
  addressContext,
  halfContext,
  localeContext,
  nonceContext,
  provedContext,
  retryContext,
  snapshotContext,
  typedContext,
} from "./context.ts";
import { countAddress, countPerson } from "./crowd.ts";
import { isOwnRequest, newNonce } from "./csp.ts";
import { kindOf } from "./limits.ts";
import { localeFor } from "./locale.ts";
import { placeOf } from "./place.ts";
import { sessionCookie, signedOf } from "./session.server.ts";
import { tooMany } from "./too-many.ts";
import { typedWithoutSession } from "./typed.ts";

/** Where another server writes to us: its signature says what a browser's origin says elsewhere. */
const SIGNED_PATH = "/api/resend";

/** All that somebody who owes a second factor gets to see. */
const HALF_PATHS = /^\/(sign-in\/(factor|enrol)(\/[a-z]+)?|sign-out|locale|print)$/;

/** Told to wait for a moment only, somebody would run straight into the limit again. */
const LEAST_WAIT_SECONDS = 5;

/** Every request passes here: whose it is, in which language, and nothing that another site sent. */
export const door: MiddlewareFunction<Response> = async ({ request, url, pattern, context }, next) => {
  context.set(nonceContext, newNonce());
  context.set(addressContext, url.pathname + url.search);
  context.set(localeContext, localeFor(request, guest));
  const kind = kindOf(request.method, placeOf(pattern), request.headers.get("Content-Type") ?? "");
  // Before anything is asked of the database.
  holdBack(context, request, countAddress(kind, addressOf(request)));
  if (!isOwnRequest(request) && url.pathname !== SIGNED_PATH) throw new Response(null, { status: 403 });
  if (isTooLarge(request)) throw new Response(null, { status: 413 });
  const signed = await signedOf(request);
  const actor = signed?.stage === "whole" ? signed.actor : guest;
  const half = signed?.stage === "half" ? signed.half : null;
  context.set(actorContext, actor);
  context.set(halfContext, half);
  context.set(localeContext, localeFor(request, half ?? actor));
  if (half && !HALF_PATHS.test(url.pathname))
    throw redirect(`/sign-in/factor?${new URLSearchParams({ to: context.get(addressContext) })}`);
  if (!signed) context.set(typedContext, await typedWithoutSession(request));
  if ("personId" in actor) holdBack(context, request, countPerson(kind, actor.personId));
  context.set(snapshotContext, new Snapshot());
  const response = await next();
  const proved = context.get(provedContext);
  if (proved) response.headers.append("Set-Cookie", sessionCookie(await renewSession(proved)));
  return response;
};

/** Puts on the answer what the door found out while it was refusing: a refusal becomes a page first. */
export const finish: MiddlewareFunction<Response> = async ({ context }, next) => {
  const response = await next();
  const seconds = response.status === 503 ? LEAST_WAIT_SECONDS : context.get(retryContext);
  if (seconds > 0) response.headers.set("Retry-After", String(seconds));
  return response;
};

function holdBack(context: Readonly<RouterContextProvider>, request: Request, wait: number): void {
  if (wait === 0) return;
  const seconds = Math.max(wait, LEAST_WAIT_SECONDS);
  context.set(retryContext, seconds);
  throw tooMany(request, context.get(localeContext), seconds);
}

/**
 * Makes one page one snapshot. Loaders only: an action that takes in a file for minutes, or a page that is
 * being written, must hold no connection.
 */
export const oneSnapshot: ServerInstrumentation = {
  route: ({ instrument }) =>
    instrument({
      loader: async (load, { context }) => void (await context.get(snapshotContext).during(load)),
    }),
};

function isTooLarge({ headers }: Request): boolean {
  const isUpload = headers.get("Content-Type")?.startsWith("multipart/") ?? false;
  return !isUpload && Number(headers.get("Content-Length") ?? 0) > MOST_FORM_BYTES;
}
