import { openFolder } from "../../db/embedded/place.server.ts";
import { startBroker } from "./broker.ts";
import { build, isBuildStale } from "./build.ts";
import { startChild } from "./children.ts";
import { ensureCity } from "./city.ts";
import { openOwnDatabase } from "./database.ts";
import { dataFolder, secretsOf } from "./settings.ts";

// The demo's city and database under React Router's development server; mail goes out by the built worker.
const say = (line: string) => process.stdout.write(`${line}\n`);
const port = process.env.PORT || "3000";
const folder = dataFolder();
openFolder(folder);
Object.assign(process.env, {
  NODE_ENV: "development",
  HUIYIN_DEMO: "1",
  HUIYIN_SECRET: secretsOf(folder).secret,
  HUIYIN_DATA: folder,
  PORT: port,
});
const database = await openOwnDatabase(folder, say);
const broker = await startBroker(folder, database.brokerUrl ?? "");
await ensureCity({ ...database, ownerUrl: database.ownerUrl ?? "", isOwn: true }, say);
if (isBuildStale()) await build();

const env = {
  DATABASE_URL: database.url,
  DATABASE_DOOR_URL: database.doorUrl ?? "",
  DATABASE_JOBS_URL: database.jobsUrl,
  HUIYIN_BROKER_URL: broker.address,
};
const web = ["node_modules/@react-router/dev/bin.cjs", "dev", "--port", port];
const children = [
  broker.child,
  startChild({ name: "web", script: web, env }),
  startChild({ name: "worker", script: ["build/worker/worker.js"], env }),
];
const signal = new Promise<string>((done) => {
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => done(name));
});
say(await Promise.race([signal, ...children.map(({ ended }) => ended)]));
await Promise.all(children.map((child) => child.stop()));
await database.close();
process.exit(0);
