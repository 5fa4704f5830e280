import { renewKey } from "../domain/trail/place.server.ts";
import { withSecretFiles } from "../http/secret-files.ts";
import { command } from "./command.ts";
import { dataFolder } from "./settings.ts";

await command(async () => {
  if (withSecretFiles(process.env).HUIYIN_CHECKPOINT_KEY)
    throw new Error(
      "HUIYIN_CHECKPOINT_KEY holds the keys: put a new one first, and the old one's public half after it.",
    );
  process.stdout.write(`${JSON.stringify({ publicKey: renewKey(dataFolder()) })}\n`);
});
