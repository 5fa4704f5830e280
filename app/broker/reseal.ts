import { and, asc, eq, gt, sql } from "drizzle-orm";
import { schema } from "../../db/client.server.ts";
import type { Broker } from "../domain/access/actor.ts";
import { type Tx, withActor } from "../domain/access/with-actor.server.ts";
import { newId } from "../domain/people/new-id.ts";
import { beginning, KeyMissing, keyNameOf, seal, unseal } from "./envelope.ts";
import type { Keys } from "./keys.ts";

const { opening, reporter } = schema;
const nobody: Broker = { kind: "broker", key: "" };
/** So many envelopes in one transaction at most: what is stopped half-way loses no more than that. */
const BATCH = 100;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";
/** What was erased is empty. */
const isSealed = sql`length(${reporter.sealed}) > 0`;

/** What became of the envelopes of older keys. */
export interface Round {
  resealed: number;
  /** Keys that some of them need and the key file lacks. */
  missing: Set<string>;
  /** How many don't open though their key is there: changed, or another row's. */
  spoiled: number;
}

/**
 * Seals every envelope of an older key or cipher anew, a batch in each transaction, in which the trail is told how many
 * there were, from which key to which. Safe to repeat, to stop anywhere and to run twice at once. What doesn't open stays.
 */
export async function resealOld(keys: Keys, at: Date): Promise<Round> {
  const round: Round = { resealed: 0, missing: new Set(), spoiled: 0 };
  for (let after: string | undefined = BEFORE_ALL; after; ) {
    const last: string = after;
    const batch = await withActor(nobody, "write", (tx) => resealBatch(tx, keys, last, at));
    // Counted once it is committed.
    for (const count of batch.from.values()) round.resealed += count;
    for (const key of batch.missing) round.missing.add(key);
    round.spoiled += batch.spoiled;
    after = batch.last;
  }
  return round;
}

async function resealBatch(tx: Tx, keys: Keys, after: string, at: Date) {
  const rows = await oldOnes(tx, keys, after);
  const batch = {
    from: new Map<string, number>(),
    missing: new Set<string>(),
    spoiled: 0,
    last: rows.at(-1)?.id,
  };
  for (const { id, sealed } of rows) {
    const made = sealed && sealedAnew(keys, sealed, id);
    if (made instanceof KeyMissing) batch.missing.add(made.key);
    else if (!made) batch.spoiled++;
    else {
      await tx.update(reporter).set({ sealed: made.sealed }).where(eq(reporter.id, id));
      batch.from.set(made.from, (batch.from.get(made.from) ?? 0) + 1);
    }
  }
  for (const [from, count] of batch.from) {
    const what = { what: "reseal", said: { from, to: keys.current, count } } as const;
    await tx.insert(opening).values({ id: newId(), complaintId: null, actorKind: "worker", at, ...what });
  }
  return batch;
}

/** The next rows whose envelope doesn't begin as one does that is sealed now; an erasure waits for them, or they for it. */
function oldOnes(tx: Tx, keys: Keys, after: string) {
  const present = Buffer.from(`${beginning(keys)},`);
  const isOld = sql`substring(${reporter.sealed} from 1 for ${present.length}::int) <> ${present}::bytea`;
  return tx
    .select({ id: reporter.id, sealed: reporter.sealed })
    .from(reporter)
    .where(and(gt(reporter.id, after), isSealed, isOld))
    .orderBy(asc(reporter.id))
    .limit(BATCH)
    .for("update");
}

/** The same identity under the present key, which is opened once to be sure; null where the old one doesn't open. */
function sealedAnew(keys: Keys, old: Buffer, reporterId: string) {
  try {
    const who = unseal(keys, old, reporterId);
    const sealed = seal(keys, who, reporterId);
    const again = unseal(keys, sealed, reporterId);
    const isSame = again.personId === who.personId && again.liaisonPointId === who.liaisonPointId;
    return isSame ? { sealed, from: keyNameOf(old) } : null;
  } catch (error) {
    return error instanceof KeyMissing ? error : null;
  }
}

/** How many envelopes need each key, by its name; under "" those that name none. */
export async function envelopesByKey(): Promise<Map<string, number>> {
  const rows = await withActor(nobody, "read", (tx) =>
    tx.select({ sealed: reporter.sealed }).from(reporter).where(isSealed),
  );
  const counts = new Map<string, number>();
  for (const { sealed } of rows) {
    const key = nameIn(sealed);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function nameIn(sealed: Buffer | null): string {
  try {
    return sealed ? keyNameOf(sealed) : "";
  } catch {
    return "";
  }
}
