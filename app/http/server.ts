import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { assets } from "./assets.ts";
import { setBaseHeaders } from "./base-headers.ts";
import { boundBody, mostBytesOf } from "./body-bounds.ts";
import { answerBrokenHttp } from "./broken-http.ts";
import { clientAddress, noteAddress, proxiesIn } from "./client-address.ts";
import { boundConnections } from "./connections.ts";
import { openDataFolder } from "./data-folder.ts";
import { environment } from "./environment.ts";
import { refusal } from "./gate.ts";
import { health } from "./health.ts";
import { sweepImports } from "./import-files.server.ts";
import { openLog } from "./log.ts";
import { originSeen, settleOrigin } from "./origin.ts";
import { endSaying } from "./why-not.ts";

process.env.NODE_ENV ||= "production";

const log = openLog("web");
const built = (path: string) => fileURLToPath(new URL(`../../build/${path}`, import.meta.url));
const secondsToFinish = 10;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function stopAtOnce(error: unknown): never {
  log.fatal(error);
  process.exit(1);
}

/** No query and nothing that may be a one-time secret: a log is read by people who may not read complaints. */
function pathForLog(url: string): string {
  return (url.split("?")[0] ?? "").replaceAll(/[\w-]{24,}/g, "…");
}

function logWhenDone(request: IncomingMessage, response: ServerResponse): void {
  const start = performance.now();
  response.once("close", () => {
    const ms = Math.round(performance.now() - start);
    const { statusCode: status, writableFinished } = response;
    const line = { method: request.method, path: pathForLog(request.url ?? ""), status, ms };
    log[status >= 500 ? "error" : "info"](writableFinished ? line : { ...line, aborted: true });
  });
}

/** What names people doesn't stay because nobody came by to finish it. */
function sweepEveryHour(): void {
  const sweep = () => sweepImports(new Date()).catch((error: unknown) => log.error(error));
  setInterval(sweep, HOUR_MS).unref();
  void sweep();
}

function stopOnSignal(server: Server): void {
  const stop = (signal: string) => {
    log.info({ signal }, "the web finishes what it holds");
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), secondsToFinish * 1000).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** Bounds in time: a head comes at once, and a body as long as ten photographs from a phone on a slow line take. */
function boundTimes(server: Server): void {
  server.headersTimeout = 15_000;
  server.requestTimeout = 15 * MINUTE_MS;
  server.keepAliveTimeout = 65_000;
  server.maxRequestsPerSocket = 10_000;
  // Of a connection on which nothing moves, in either direction.
  server.setTimeout(5 * MINUTE_MS);
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** All that stands before the pages: what is refused at once, what is served as it lies, and how they are asked. */
function gate(pages: Listener): Listener {
  const { url, isProduction, isDemo, databaseUrl, databaseDoorUrl, trustedProxies } = environment();
  const place = { url, isStrict: isProduction && !isDemo };
  const trusted = proxiesIn(trustedProxies);
  const serveAsset = assets(built("client"));
  const answerHealth = health([databaseUrl, databaseDoorUrl], log);
  return (request, response) => {
    setBaseHeaders(response, originSeen(request.headers.host ?? "", place));
    if (request.url === "/healthz") return void answerHealth(response);
    logWhenDone(request, response);
    const isTooLong = Number(request.headers["content-length"] ?? 0) > mostBytesOf(request);
    const refused = refusal(request, place);
    if (refused || isTooLong) return void response.writeHead(refused ?? 413, { Connection: "close" }).end();
    noteAddress(request, clientAddress(request, trusted));
    settleOrigin(request, place);
    serveAsset(request, response, () => {
      pages(request, response);
      boundBody(request, response);
    });
  };
}

async function start(): Promise<void> {
  const { host, port, url, dataFolder, trustedProxies } = environment();
  openDataFolder(dataFolder);
  if (!existsSync(built("server/index.js"))) throw new Error("Nothing is built yet: npm run build.");
  // Imported late: React chooses its production build by NODE_ENV as it loads.
  const { createRequestListener } = await import("@react-router/node");
  const build = await import(built("server/index.js"));
  const pages = createRequestListener({ build, mode: process.env.NODE_ENV ?? "production" });
  const server = createServer(
    { maxHeaderSize: 16_384, connectionsCheckingInterval: 5_000 },
    gate((request, response) => void pages(request, response)),
  );
  boundTimes(server);
  boundConnections(server, proxiesIn(trustedProxies));
  answerBrokenHttp(server, url);
  server.once("error", (error) => (server.listening ? stopAtOnce(error) : endSaying(error)));
  server.listen(port, host, () => log.info({ address: url }, "listening"));
  stopOnSignal(server);
  sweepEveryHour();
}

process.on("uncaughtException", stopAtOnce);
await start().catch(endSaying);
