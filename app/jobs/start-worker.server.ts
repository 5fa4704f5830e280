import type { Logger } from "pino";
import type { DeliveryParts } from "../domain/notice/deliver.server.ts";
import { GIVEN_UP_QUEUE, MAIL_QUEUE, type MailJob } from "../domain/notice/mail-queue.ts";
import type { Transport } from "../domain/notice/transport.server.ts";
import { workerBoss } from "./boss.server.ts";
import { SWEEP_CRON, SWEEP_QUEUE } from "./queues.ts";
import { giveUpMails, sendMails } from "./send-mail.ts";
import { sweepUploads } from "./sweep-uploads.ts";

interface WorkerParts {
  databaseUrl: string;
  transport: Transport;
  parts: DeliveryParts;
  log: Logger;
}

const levelOf: Record<string, "debug" | "warn"> = {
  sent: "debug",
  skipped: "debug",
  busy: "warn",
  retry: "warn",
};

/** Works every queue until stopped; stopping waits for the jobs in hand. The unit of work must be connected. */
export async function startWorker({ databaseUrl, transport, parts, log }: WorkerParts) {
  const boss = workerBoss(databaseUrl);
  boss.on("error", (error) => log.error(error, "queue trouble"));
  boss.on("warning", (warning) => log.warn(warning.data, warning.message));
  await boss.start();

  // The queue wakes the worker for new jobs; the short poll is what finds those that come due for another try.
  const options = {
    batchSize: 10,
    burstWhenBatchFull: true,
    notifyPollingIntervalSeconds: 2,
    perJobResults: true,
  } as const;
  await boss.work<MailJob>(
    MAIL_QUEUE,
    options,
    sendMails(transport, parts, (outcome) => log[levelOf[outcome.delivery] ?? "error"](outcome, "mail")),
  );
  await boss.work<MailJob>(GIVEN_UP_QUEUE, { batchSize: 10, pollingIntervalSeconds: 5 }, giveUpMails);
  await boss.work(SWEEP_QUEUE, { pollingIntervalSeconds: 60 }, async () => {
    // By the machine's clock, which has dated the files, and not by the office's.
    log.info({ removed: await sweepUploads(new Date()) }, "abandoned uploads");
  });
  await boss.schedule(SWEEP_QUEUE, SWEEP_CRON, null, { tz: "Asia/Shanghai" });
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}
