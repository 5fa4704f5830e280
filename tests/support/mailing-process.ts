import pino from "pino";
import { connect } from "../../app/domain/access/with-actor.server.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { startWorker } from "../../app/jobs/start-worker.server.ts";

// A worker of its own, to be killed while it waits for its provider.
const [resendApiUrl = ""] = process.argv.slice(2);
// The templates need a build; what is said doesn't matter here.
const render = async () => ({ subject: "s", html: "<p>t</p>", text: "t" });
const databaseUrl = process.env.DATABASE_JOBS_URL ?? "";
connect({ url: databaseUrl, jobsUrl: databaseUrl }, 4);
await startWorker({
  databaseUrl,
  transport: transportOf({ resendApiKey: "re_test", resendApiUrl }),
  parts: { now: () => new Date(), render, from: "x@huiyin.example", urlOf: ({ path }) => path },
  log: pino({ level: "silent" }),
});
