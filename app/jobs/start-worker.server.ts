import type { Logger } from "pino";
import { redateYear } from "../domain/clock/redate-year.server.ts";
import type { DeliveryParts } from "../domain/notice/deliver.server.ts";
import { HEARING_QUEUE, REDATE_QUEUE, RESET_QUEUE } from "../domain/notice/enqueue.server.ts";
import { hearOfMail } from "../domain/notice/hear.server.ts";
import { GIVEN_UP_QUEUE, MAIL_QUEUE, type MailJob } from "../domain/notice/mail-queue.ts";
import type { ProviderMessage } from "../domain/notice/provider-message.ts";
import type { Transport } from "../domain/notice/transport.server.ts";
import { askReset } from "../domain/people/reset.server.ts";
import { workerBoss } from "./boss.server.ts";
import { giveUpMails, sendMails } from "./send-mail.ts";
import { timetable } from "./timetable.ts";

interface WorkerParts {
  databaseUrl: string;
  transport: Transport;
  parts: DeliveryParts;
  log: Logger;
}

type HearingJob = Omit<ProviderMessage, "at"> & { at: string };

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
  await boss.work<{ year: number }>(REDATE_QUEUE, { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const { data } of jobs)
      log.info({ year: data.year, moved: await redateYear(data.year, parts.now()) }, "dates reckoned anew");
  });
  const atOnce = { batchSize: 50, burstWhenBatchFull: true, notifyPollingIntervalSeconds: 2 } as const;
  await boss.work<{ email: string }>(RESET_QUEUE, atOnce, async (jobs) => {
    for (const { data } of jobs) await askReset(data.email, parts.now());
  });
  await boss.work<HearingJob>(HEARING_QUEUE, atOnce, async (jobs) => {
    for (const { data } of jobs) await hearOfMail({ ...data, at: new Date(data.at) }, parts.now());
  });
  for (const { queue, cron, isLate, does } of timetable) {
    await boss.work(queue, { pollingIntervalSeconds: 5 }, async () => {
      const told = await does(parts.now());
      log[told.failed ? "error" : "info"](told, queue);
    });
    await boss.schedule(queue, cron, null, { tz: "Asia/Shanghai" });
    // What came due while nobody worked doesn't wait for the next round.
    if (isLate) await boss.send(queue);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}
