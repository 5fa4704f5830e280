import type { ServerResponse } from "node:http";
import pg from "pg";
import type { Logger } from "pino";
import { lineForLog } from "./log.ts";

const FRESH_MS = 1000;

/** Asks a database on one connection of its own, so that a busy pool does not look like a dead one. */
function asker(url: string): () => Promise<unknown> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 2000 });
  pool.on("error", () => undefined);
  return () => pool.query("select 1");
}

/**
 * Answers whether the database does, by every login of the web. The log tells when that changes, and why: at the
 * start too, so that a wrong password is seen before somebody comes.
 */
export function health(urls: (string | undefined)[], log: Logger) {
  const askers = urls.filter((url) => url !== undefined).map(asker);
  let wasUp = true;
  let asked: { at: number; isUp: Promise<boolean> } | undefined;
  const tell = (isUp: boolean, why = "") => {
    if (isUp !== wasUp)
      log[isUp ? "info" : "error"]({ why }, `the database ${isUp ? "answers" : "is silent"}`);
    wasUp = isUp;
    return isUp;
  };
  const ask = () =>
    Promise.all(askers.map((one) => one())).then(
      () => tell(true),
      (error) => tell(false, lineForLog(error)),
    );
  void ask();
  return async (response: ServerResponse) => {
    // Everybody may ask, so many who do are told the same.
    if (!asked || performance.now() - asked.at > FRESH_MS) asked = { at: performance.now(), isUp: ask() };
    const isUp = await asked.isUp;
    response.writeHead(isUp ? 200 : 503, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(isUp ? "ok\n" : "the database does not answer\n");
  };
}
