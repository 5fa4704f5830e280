import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { connect } from "./domain/access/with-actor.server.ts";
import { connectBroker } from "./domain/custody/broker.server.ts";
import { nonceContext } from "./http/context.ts";
import { contentSecurityPolicy } from "./http/csp.ts";
import { oneSnapshot } from "./http/door.ts";
import { environment } from "./http/environment.ts";
import { openLog } from "./http/log.ts";

const log = openLog("pages");
const { databaseUrl, databaseJobsUrl, brokerUrl } = environment();
connect(databaseUrl, undefined, databaseJobsUrl);
connectBroker(brokerUrl);

export const instrumentations = [oneSnapshot];

/** Writes one page as html. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  return new Promise((done, fail) => {
    let answer = status;
    const page = <ServerRouter context={routerContext} url={request.url} nonce={nonce} />;
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", contentSecurityPolicy(nonce, import.meta.env.DEV));
        done(new Response(createReadableStreamFromReadable(body), { status: answer, headers }));
        pipe(body);
      },
      onShellError: fail,
      onError(error) {
        answer = 500;
        log.error(error);
      },
    });
  });
}

/** Notes what went wrong in a loader or an action; a page that isn't there is nothing wrong. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log.error(error);
}
