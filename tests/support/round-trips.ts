import pg from "pg";

/** How often the database is asked something while a function runs, however many statements are asked at once. */
export async function roundTrips(run: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype;
  let count = 0;
  pg.Client.prototype.query = function counting(this: pg.Client, ...asked: unknown[]) {
    count += 1;
    return Reflect.apply(query, this, asked);
  } as typeof query;
  try {
    await run();
  } finally {
    pg.Client.prototype.query = query;
  }
  return count;
}
