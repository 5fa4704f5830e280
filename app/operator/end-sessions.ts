import { parseArgs } from "node:util";
import { signOutOthers } from "../domain/people/sign-out-others.server.ts";
import { withDatabase } from "./database.ts";

const { values } = parseArgs({ options: { of: { type: "string" }, all: { type: "boolean" } } });

if (Boolean(values.of) === Boolean(values.all)) {
  process.stderr.write("Whose sessions? --of somebody@huiyin.example, or --all.\n");
  process.exit(1);
}
const ended = await withDatabase(() => signOutOthers(values.of ?? null));
process.stdout.write(`${JSON.stringify({ ended })}\n`);
