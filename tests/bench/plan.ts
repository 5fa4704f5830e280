import type { ActingActor } from "../../app/domain/access/actor.ts";
import { type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";

interface Query {
  text: string;
  values: unknown[];
}

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
}

interface Client {
  query(
    query: { text: string; values?: unknown[] },
    values?: unknown[],
  ): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Tables that grow with every complaint; reading one from end to end is what no page may do. */
const growing = new Set(["complaint", "event", "assignment"]);

/** The growing tables that a function's queries scan in sequence, as the database plans them for this actor. */
export function scannedTables(actor: ActingActor, run: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  return withActor(actor, "read", async (tx) => {
    const found = new Set<string>();
    for (const query of await recorded(tx, run)) collect(await planOf(tx, query), found);
    return [...found];
  });
}

const clientOf = (tx: Tx) => (tx as unknown as { $client: Client }).$client;

/** Runs the function and keeps what it sent, so that what is explained is what the application asks. */
async function recorded(tx: Tx, run: (tx: Tx) => Promise<unknown>): Promise<Query[]> {
  const client = clientOf(tx);
  const { query } = client;
  const queries: Query[] = [];
  client.query = (sent, values = []) => {
    // A named question brings its values along.
    queries.push({ text: sent.text, values: sent.values ?? values });
    return query.call(client, sent, sent.values ?? values);
  };
  try {
    await run(tx);
  } finally {
    client.query = query;
  }
  return queries;
}

/** The pages of tables and indexes that a function's queries look at: the same on a busy machine as on an idle one. */
export function buffersOf(actor: ActingActor, run: (tx: Tx) => Promise<unknown>): Promise<number> {
  return withActor(actor, "read", async (tx) => {
    let sum = 0;
    for (const query of await recorded(tx, run)) {
      const { "Shared Hit Blocks": hit = 0, "Shared Read Blocks": read = 0 } = await planOf(
        tx,
        query,
        "analyze, buffers, ",
      );
      sum += hit + read;
    }
    return sum;
  });
}

async function planOf(tx: Tx, { text, values }: Query, how = ""): Promise<PlanNode> {
  const { rows } = await clientOf(tx).query({ text: `explain (${how}format json) ${text}` }, values);
  const [row] = rows as { "QUERY PLAN": { Plan: PlanNode }[] }[];
  const [explained] = row?.["QUERY PLAN"] ?? [];
  if (!explained) throw new Error("no plan");
  return explained.Plan;
}

function collect(node: PlanNode, found: Set<string>) {
  const table = node["Relation Name"];
  if (node["Node Type"] === "Seq Scan" && table && growing.has(table)) found.add(table);
  for (const child of node.Plans ?? []) collect(child, found);
}
