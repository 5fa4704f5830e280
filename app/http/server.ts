import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { assets } from "./assets.ts";
import { environment } from "./environment.ts";
import { sweepImports } from "./import-files.server.ts";
import { openLog } from "./log.ts";

process.env.NODE_ENV ||= "production";

const log = openLog("web");
const built = (path: string) => fileURLToPath(new URL(`../../build/${path}`, import.meta.url));
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const secondsToFinish = 10;
const HOUR_MS = 60 * 60 * 1000;

function stopAtOnce(error: unknown): never {
  log.fatal(error);
  process.exit(1);
}

/** No query and nothing that may be a one-time secret: a log is read by people who may not read complaints. */
function pathForLog(url: string): string {
  return (url.split("?")[0] ?? "").replaceAll(/[\w-]{24,}/g, "…");
}

/** What no route should ever meet: a foreign form of address, a broken escape, a zero byte, a strange method. */
function refusal({ method = "", url = "", headers }: IncomingMessage): number | undefined {
  if (!methods.includes(method)) return 405;
  if (!url.startsWith("/") || url.startsWith("//")) return 400;
  if (!URL.canParse(url, `http://${headers.host ?? "localhost"}`)) return 400;
  try {
    return decodeURIComponent(url.split("?")[0] ?? "").includes("\0") ? 400 : undefined;
  } catch {
    return 400;
  }
}

function setBaseHeaders(response: ServerResponse): void {
  // Set here and not in the pages, so that HEAD and errors carry them too.
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
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

/** One connection of its own, so that a busy pool does not look like a dead database. */
function health(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 2000 });
  pool.on("error", () => undefined);
  return async (response: ServerResponse) => {
    const isUp = await pool.query("select 1").then(
      () => true,
      () => false,
    );
    response.writeHead(isUp ? 200 : 503, { "Content-Type": "text/plain", "Cache-Control": "no-store" });
    response.end(isUp ? "ok\n" : "the database does not answer\n");
  };
}

/** What names people doesn't stay because nobody came by to finish it. */
function sweepEveryHour(): void {
  const sweep = () => sweepImports(new Date()).catch((error: unknown) => log.error(error));
  setInterval(sweep, HOUR_MS).unref();
  void sweep();
}

function stopOnSignal(server: ReturnType<typeof createServer>): void {
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), secondsToFinish * 1000).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

async function start(): Promise<void> {
  const { host, port, url, databaseUrl } = environment();
  // Imported late: React chooses its production build by NODE_ENV as it loads.
  const { createRequestListener } = await import("@react-router/node");
  const build = await import(built("server/index.js"));
  const pages = createRequestListener({ build, mode: process.env.NODE_ENV ?? "production" });
  const serveAsset = assets(built("client"));
  const answerHealth = health(databaseUrl);
  const server = createServer((request, response) => {
    setBaseHeaders(response);
    const refused = refusal(request);
    if (request.url !== "/healthz") logWhenDone(request, response);
    if (refused) response.writeHead(refused, { Connection: "close" }).end();
    else if (request.url === "/healthz") void answerHealth(response);
    else serveAsset(request, response, () => void pages(request, response));
  });
  // Ten photographs from a phone on a slow line take longer than Node's five minutes.
  server.requestTimeout = 15 * 60_000;
  server.keepAliveTimeout = 65_000;
  server.once("error", stopAtOnce);
  server.listen(port, host, () => log.info({ address: url }, "listening"));
  stopOnSignal(server);
  sweepEveryHour();
}

process.on("uncaughtException", stopAtOnce);
await start().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
