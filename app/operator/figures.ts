import { parseArgs } from "node:util";
import { worker } from "../domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../domain/access/with-actor.server.ts";
import { dayOf, yearOf } from "../domain/clock/day.ts";
import { figures } from "../domain/figure/figures.server.ts";
import { command } from "./command.ts";
import { withDatabase } from "./database.ts";

await command(async () => {
  const { values } = parseArgs({ options: { year: { type: "string" } } });
  const year = Number(values.year ?? yearOf(dayOf(new Date())));
  if (!Number.isInteger(year) || year < 2000 || year > 2099)
    throw new Error("--year takes a year of four digits.");
  const told = await withDatabase(() =>
    withActor(worker, "read", async (tx) => {
      await becomeRegistrar(tx);
      return figures(tx, year);
    }),
  );
  process.stdout.write(`${JSON.stringify({ year, ...told })}\n`);
});
