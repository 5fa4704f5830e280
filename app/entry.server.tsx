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
import { setDoor } from "./domain/people/door-setting.server.ts";
import { demandFactors } from "./domain/people/session.server.ts";
import { localeContext, nonceContext } from "./http/context.ts";
import { contentSecurityPolicy } from "./http/csp.ts";
import { oneSnapshot } from "./http/door.ts";
import { environment } from "./http/environment.ts";
import { openLog } from "./http/log.ts";
import { AskedInProvider } from "./i18n/use-words.ts";

const log = openLog("pages");
const { databaseUrl, databaseDoorUrl, databaseJobsUrl, brokerUrl, secondFactor, ...settings } = environment();
if (!databaseUrl) throw new Error("DATABASE_URL must be set: the web reads as huiyin_app.");
if (!databaseDoorUrl)
  throw new Error("DATABASE_DOOR_URL must be set: the web opens sessions as huiyin_door.");
connect({ url: databaseUrl, doorUrl: databaseDoorUrl, jobsUrl: databaseJobsUrl, whenAway });
connectBroker(brokerUrl);
setDoor({
  ...{ secret: settings.secret, cost: settings.passwordCost, profile: settings.passwordProfile },
  breachedFile: settings.breachedFile,
});
demandFactors(secondFactor);

export const instrumentations = [oneSnapshot];

/** A proxy and a reader are both told that it is for a moment only; the log is told why. */
function whenAway(error: Error): Response {
  log.error(error);
  return new Response(null, { status: 503 });
}

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
    const page = (
      <AskedInProvider value={context.get(localeContext)}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </AskedInProvider>
    );
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
