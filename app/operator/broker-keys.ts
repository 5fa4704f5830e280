import { existsSync } from "node:fs";
import { addKey, makeKeys } from "../broker/keys.ts";

const file = process.env.HUIYIN_BROKER_KEY_FILE;

if (!file) {
  process.stderr.write("HUIYIN_BROKER_KEY_FILE must be set: where the broker keeps its keys.\n");
  process.exit(1);
}
if (existsSync(file)) {
  process.stdout.write(
    `The broker seals by the new key ${addKey(file)} once it is started again; keep the old ones.\n`,
  );
} else {
  makeKeys(file);
  process.stdout.write(
    `Made ${file}. Without it no sealed identity is ever opened: keep a copy in a safe.\n`,
  );
}
