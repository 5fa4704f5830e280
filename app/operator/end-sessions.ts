import { parseArgs } from "node:util";
import { signOutOthers } from "../domain/people/sign-out-others.server.ts";
import { command } from "./command.ts";
import { withDatabase } from "./database.ts";

await command(async () => {
  const { values } = parseArgs({ options: { of: { type: "string" }, all: { type: "boolean" } } });
  if (Boolean(values.of) === Boolean(values.all))
    throw new Error("Whose sessions? --of somebody@huiyin.example, or --all.");
  const ended = await withDatabase(() => signOutOthers(values.of ?? null));
  if (ended === null) throw new Error(`Nobody has the address ${values.of}: no session was ended.`);
  process.stdout.write(`${JSON.stringify({ ended })}\n`);
});
