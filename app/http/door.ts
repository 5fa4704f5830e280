import type { MiddlewareFunction, ServerInstrumentation } from "react-router";
import { Snapshot } from "../domain/access/snapshot.server.ts";
import { actorContext, addressContext, localeContext, nonceContext, snapshotContext } from "./context.ts";
import { isOwnRequest, newNonce } from "./csp.ts";
import { localeFor } from "./locale.ts";
import { actorOf } from "./session.server.ts";

/** What a form without files may weigh; files are counted where they are stored. */
const MOST_FORM_BYTES = 1_000_000;

/** Where another server writes to us: its signature says what a browser's origin says elsewhere. */
const SIGNED_PATH = "/api/resend";

/** Every request passes here: whose it is, in which language, and nothing that another site sent. */
export const door: MiddlewareFunction<Response> = async ({ request, url, context }, next) => {
  context.set(nonceContext, newNonce());
  context.set(addressContext, url.pathname + url.search);
  context.set(localeContext, localeFor(request, { kind: "guest" }));
  if (!isOwnRequest(request) && url.pathname !== SIGNED_PATH) throw new Response(null, { status: 403 });
  if (isTooLarge(request)) throw new Response(null, { status: 413 });
  const actor = await actorOf(request);
  context.set(actorContext, actor);
  context.set(localeContext, localeFor(request, actor));
  context.set(snapshotContext, new Snapshot());
  const response = await next();
  const { headers } = response;
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  return response;
};

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
