import type { MiddlewareFunction } from "react-router";
import { actorContext, addressContext, localeContext, nonceContext } from "./context.ts";
import { isOwnRequest, newNonce } from "./csp.ts";
import { localeFor } from "./locale.ts";
import { actorOf } from "./session.server.ts";

/** What a form without files may weigh; files are counted where they are stored. */
const MOST_FORM_BYTES = 1_000_000;

/** Every request passes here: whose it is, in which language, and nothing that another site sent. */
export const door: MiddlewareFunction<Response> = async ({ request, url, context }, next) => {
  context.set(nonceContext, newNonce());
  context.set(addressContext, url.pathname + url.search);
  context.set(localeContext, localeFor(request, { kind: "guest" }));
  if (!isOwnRequest(request)) throw new Response(null, { status: 403 });
  if (isTooLarge(request)) throw new Response(null, { status: 413 });
  const actor = await actorOf(request);
  context.set(actorContext, actor);
  context.set(localeContext, localeFor(request, actor));
  const response = await next();
  const { headers } = response;
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  return response;
};

function isTooLarge({ headers }: Request): boolean {
  const isUpload = headers.get("Content-Type")?.startsWith("multipart/") ?? false;
  return !isUpload && Number(headers.get("Content-Length") ?? 0) > MOST_FORM_BYTES;
}
