import { renderMail } from "../../emails/index.ts";
import { connect, disconnect } from "../domain/access/with-actor.server.ts";
import { mailUrl } from "../domain/notice/mail-url.ts";
import { transportOf } from "../domain/notice/transport-of.server.ts";
import { openDataFolder } from "../http/data-folder.ts";
import { environment, now } from "../http/environment.ts";
import { openLog } from "../http/log.ts";
import { endSaying } from "../http/why-not.ts";
import { startWorker } from "./start-worker.server.ts";

const log = openLog("worker");

function die(error: unknown) {
  log.fatal(error, "the worker stops");
  process.exit(1);
}
process.on("uncaughtException", die);
process.on("unhandledRejection", die);

function readSettings() {
  try {
    const { databaseJobsUrl, ...settings } = environment();
    if (!databaseJobsUrl)
      throw new Error("DATABASE_JOBS_URL must be set: the worker signs in as huiyin_jobs.");
    openDataFolder(settings.dataFolder);
    return { ...settings, databaseUrl: databaseJobsUrl };
  } catch (error) {
    return endSaying(error);
  }
}

const settings = readSettings();
const transport = transportOf(settings);
const { databaseUrl } = settings;
connect({ url: databaseUrl, jobsUrl: databaseUrl }, 6);

const running = await startWorker({
  databaseUrl,
  transport,
  parts: {
    now,
    render: renderMail,
    from: settings.mailFrom,
    urlOf: (mail) => mailUrl(settings, mail),
  },
  log,
});
log.info({ transport: transport.name }, "the worker is ready");
if (settings.isProduction && !settings.isDemo && transport.name === "mailbox")
  log.warn("no mail leaves: neither RESEND_API_KEY nor SMTP_URL is set");

let isStopping = false;
async function stop(signal: string) {
  if (isStopping) return;
  isStopping = true;
  log.info({ signal }, "the worker finishes what it holds");
  await running.stop();
  await disconnect();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
