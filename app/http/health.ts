import type { ServerResponse } from "node:http";
import pg from "pg";

const FRESH_MS = 1000;

/** Answers whether the database does; on one connection of its own, so that a busy pool does not look like a dead one. */
export function health(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 2000 });
  pool.on("error", () => undefined);
  let asked: { at: number; isUp: Promise<boolean> } | undefined;
  const ask = () =>
    pool.query("select 1").then(
      () => true,
      () => false,
    );
  return async (response: ServerResponse) => {
    // Everybody may ask, so many who do are told the same.
    if (!asked || performance.now() - asked.at > FRESH_MS) asked = { at: performance.now(), isUp: ask() };
    const isUp = await asked.isUp;
    response.writeHead(isUp ? 200 : 503, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(isUp ? "ok\n" : "the database does not answer\n");
  };
}
