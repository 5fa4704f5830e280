import { renewKey } from "../domain/trail/place.server.ts";
import { withSecretFiles } from "../http/secret-files.ts";
import { dataFolder } from "./settings.ts";

if (withSecretFiles(process.env).HUIYIN_CHECKPOINT_KEY) {
  process.stderr.write(
    "HUIYIN_CHECKPOINT_KEY holds the keys: put a new one first, and the old one's public half after it.\n",
  );
  process.exit(1);
}
process.stdout.write(`${JSON.stringify({ publicKey: renewKey(dataFolder()) })}\n`);
