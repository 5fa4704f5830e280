import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { startCityServer } from "../matrix/server.ts";
import { fuzz } from "./fuzz.ts";
import { groundOf } from "./ground.ts";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "10000" },
    uploads: { type: "string", default: "1000" },
    seed: { type: "string", default: "7" },
  },
});
const asked = {
  requests: Number(values.requests),
  uploads: Number(values.uploads),
  seed: Number(values.seed),
};
if (Object.values(asked).some((value) => !Number.isInteger(value) || value < 0)) {
  process.stderr.write("--requests, --uploads and --seed take whole numbers.\n");
  process.exit(1);
}
const say = (line: string) => process.stderr.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), "huiyin-fuzz-"));
// Open to be passed through, so that root's server, which is not root, reaches its own folder in it.
chmodSync(folder, 0o755);
const city = await startCityServer(folder, say, { HUIYIN_LIMITS_SCALE: "1000000" });
const owner = new pg.Pool({ connectionString: city.ownerUrl, max: 2 });
// Its database goes before it does.
owner.on("error", () => {});
try {
  const ask = async <Row>(text: string, given: unknown[] = []) =>
    (await owner.query(text, given)).rows as Row[];
  const ground = await groundOf(ask, "huiyin_session");
  const port = Number(new URL(city.address).port);
  const told = await fuzz({ port, ground, ask, ended: city.ended }, asked, say);
  process.stdout.write(`${JSON.stringify(told)}\n`);
  process.exitCode = told.serverErrors + told.crashes + told.writes === 0 ? 0 : 1;
} finally {
  await owner.end();
  await city.stop();
}
