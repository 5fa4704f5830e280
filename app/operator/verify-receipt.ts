import { readFileSync } from "node:fs";
import { worker } from "../domain/access/actor.ts";
import { trailPlace } from "../domain/trail/place.server.ts";
import { checkReceipt } from "../domain/trail/receipt.server.ts";
import { receiptNotes } from "../http/receipt.ts";
import { withSecretFiles } from "../http/secret-files.ts";
import { command } from "./command.ts";
import { withDatabase } from "./database.ts";
import { dataFolder } from "./settings.ts";

await command(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error("Name the file of the receipt: npm run --silent verify-receipt -- FILE");
  const text = readFileSync(file, "utf8");
  const place = trailPlace({ key: withSecretFiles(process.env).HUIYIN_CHECKPOINT_KEY, folder: dataFolder() });
  const checked = await withDatabase(() => checkReceipt(worker, text, place, receiptNotes));
  process.stdout.write(`${JSON.stringify(checked)}\n`);
  process.exitCode = checked.outcome === "confirmed" ? 0 : 1;
});
