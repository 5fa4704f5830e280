import { worker } from "../domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../domain/access/with-actor.server.ts";
import { reconcile } from "../domain/complaint/reconcile.server.ts";
import { command } from "./command.ts";
import { withDatabase } from "./database.ts";

await command(async () => {
  // No person reads everything: the operator's account does, under the one role that sees clues as well.
  const { complaints, events, erased, differences } = await withDatabase(() =>
    withActor(worker, "read", async (tx) => {
      await becomeRegistrar(tx);
      return reconcile(tx);
    }),
  );
  for (const { table, id, column } of differences.slice(0, 20)) {
    process.stderr.write(`${table} ${id || "without an event"}: ${column}\n`);
  }
  process.stdout.write(
    `${JSON.stringify({ complaints, events, erased, differences: differences.length })}\n`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
});
