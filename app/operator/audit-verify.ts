import { trailPlace } from "../domain/trail/place.server.ts";
import { verifyTrail } from "../domain/trail/verify-trail.server.ts";
import { withSecretFiles } from "../http/secret-files.ts";
import { command } from "./command.ts";
import { withDatabase } from "./database.ts";
import { dataFolder } from "./settings.ts";

await command(async () => {
  const { HUIYIN_CHECKPOINT_KEY: key, HUIYIN_CHECKPOINTS: file } = withSecretFiles(process.env);
  const place = trailPlace({ key, file, folder: dataFolder() });
  const verdict = await withDatabase(() => verifyTrail(place, new Date()));
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  process.exitCode = verdict.broken.length === 0 ? 0 : 1;
});
