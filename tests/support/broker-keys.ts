import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestBroker } from "./broker.ts";
import type { TestDatabase } from "./database.ts";

/** The operator's command for the broker's keys, with the broker's settings. */
export async function keyCommand(db: TestDatabase, broker: TestBroker, ...args: string[]) {
  const env = {
    ...process.env,
    DATABASE_BROKER_URL: db.brokerUrl,
    HUIYIN_BROKER_URL: broker.address,
    HUIYIN_BROKER_KEY_FILE: broker.keyFile,
  };
  const ran = promisify(execFile)(process.execPath, ["app/operator/broker-keys.ts", ...args], { env });
  const { stdout, stderr, code = 0 } = await ran.catch((error) => error);
  return { code, said: `${stdout}${stderr}` };
}

/** What the trail says was sealed or marked anew, and how many. */
export const resealed = (db: TestDatabase) =>
  db.query<{ from: string; to: string; count: number }>(
    `select said ->> 'from' as from, said ->> 'to' as to, sum((said ->> 'count')::int)::int as count
       from opening where what = 'reseal' and actor_id is null and complaint_id is null group by 1, 2 order by 1`,
  );
