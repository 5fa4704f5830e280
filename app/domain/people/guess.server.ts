import { sql } from "drizzle-orm";
import { guest, worker } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { keyedHash } from "./door-setting.server.ts";
import { BUDGETS, depthOf, type Try } from "./guessing.ts";

const keyOf = ({ of, whose }: Try) => keyedHash(`${of} ${whose}`);

/** Takes one try out of each budget or, where one of them is used up, out of none: answers the seconds to wait, 0 for none. */
export async function spendIn(tx: Tx, tries: readonly Try[], at: Date): Promise<number> {
  const every = tries.map(({ of }) => BUDGETS[of].everySeconds);
  const depth = tries.map(({ of }) => depthOf(BUDGETS[of]));
  const { rows } = await tx.execute<{ wait: number }>(
    sql`select door_spend(${sql.param(tries.map(keyOf))}, ${sql.param(every)}, ${sql.param(depth)}, ${at.toISOString()}) as wait`,
  );
  return rows[0]?.wait ?? 0;
}

/** The same in a transaction of its own. */
export const spend = (tries: readonly Try[], at: Date): Promise<number> =>
  withActor(guest, "write", (tx) => spendIn(tx, tries, at));

/** Gives back what a right password has spent: only wrong ones count. */
export async function refund(tries: readonly Try[]): Promise<void> {
  const every = tries.map(({ of }) => BUDGETS[of].everySeconds);
  await withActor(guest, "write", (tx) =>
    tx.execute(sql`select door_refund(${sql.param(tries.map(keyOf))}, ${sql.param(every)})`),
  );
}

/** Takes away budgets that are whole again, and browsers that were forgotten half a year ago; never somebody's last one. */
export async function sweepDoor(at: Date): Promise<{ budgets: number; devices: number }> {
  return withActor(worker, "write", async (tx) => {
    const budgets = await tx.execute(sql`delete from guess_budget where whole_at < ${at.toISOString()}`);
    // An account without any would take its next browser for its first, and tell nobody.
    const devices = await tx.execute(sql`
      delete from known_device d where d.ends_at < ${at.toISOString()}::timestamptz - interval '180 days'
        and exists (select from known_device later where later.person_id = d.person_id and later.last_seen_at > d.last_seen_at)`);
    return { budgets: budgets.rowCount ?? 0, devices: devices.rowCount ?? 0 };
  });
}
