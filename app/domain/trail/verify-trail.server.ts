import { sql } from "drizzle-orm";
import { CHAIN_KINDS } from "../../../db/vocabulary.ts";
import { worker } from "../access/actor.ts";
import { becomeRegistrar, withActor } from "../access/with-actor.server.ts";
import { type Breach, MOST_BREACHES, type Verdict } from "./breach.ts";
import type { TrailPlace } from "./place.server.ts";
import { Copies } from "./read-copies.server.ts";
import { verifyCheckpoints } from "./verify-checkpoints.server.ts";
import { verifyHeads } from "./verify-heads.server.ts";
import { verifyRights } from "./verify-rights.server.ts";
import { verifyRows } from "./verify-rows.server.ts";

/** Makes the whole trail anew, in one snapshot, and tells what isn't as it was written. */
export async function verifyTrail(place: TrailPlace, at: Date): Promise<Verdict> {
  const copies = await Copies.at(place.file);
  return withActor(worker, "read", async (tx) => {
    // No person reads everything: the operator's command and the hub's nightly round do.
    await becomeRegistrar(tx);
    await tx.execute(sql`set local timezone = 'UTC'`);
    const broken: Breach[] = [];
    const note = (breach: Breach) => {
      if (broken.length < MOST_BREACHES) broken.push(breach);
    };
    const found = { rows: 0, chains: 0 };
    for (const kind of CHAIN_KINDS) {
      const { rows, chains } = await verifyRows(tx, kind, at, note);
      found.rows += rows;
      found.chains += chains;
    }
    await verifyHeads(tx, note);
    await verifyRights(tx, note);
    const checkpoints = await verifyCheckpoints(tx, place, copies, note);
    return { events: found.rows, chains: found.chains, checkpoints, broken };
  });
}
