import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { redateYear } from "../domain/clock/redate-year.server.ts";
import { type DeliveryParts, giveUpMail } from "../domain/notice/deliver.server.ts";
import { HEARING_QUEUE, REDATE_QUEUE, RESET_QUEUE } from "../domain/notice/enqueue.server.ts";
import { hearOfMail } from "../domain/notice/hear.server.ts";
import { GIVEN_UP_QUEUE, MAIL_QUEUE, type MailJob } from "../domain/notice/mail-queue.ts";
import type { ProviderMessage } from "../domain/notice/provider-message.ts";
import type { Transport } from "../domain/notice/transport.server.ts";
import { askReset } from "../domain/people/reset.server.ts";
import { workerBoss } from "./boss.server.ts";
import { oneByOne } from "./one-by-one.ts";
import { sendMails } from "./send-mail.ts";
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

// The queue wakes the worker for new jobs; the short poll is what finds those that come due for another try.
const atOnce = { burstWhenBatchFull: true, notifyPollingIntervalSeconds: 2, perJobResults: true } as const;
const soon = { pollingIntervalSeconds: 5, perJobResults: true } as const;

/** Works every queue until stopped; stopping waits for the jobs in hand. The unit of work must be connected. */
export async function startWorker({ databaseUrl, transport, parts, log }: WorkerParts) {
  const boss = workerBoss(databaseUrl);
  boss.on("error", (error) => log.error(error, "queue trouble"));
  boss.on("warning", (warning) => log.warn(warning.data, warning.message));
  await boss.start();
  await boss.work<MailJob>(
    MAIL_QUEUE,
    { ...atOnce, batchSize: 10 },
    sendMails(transport, parts, (outcome) => log[levelOf[outcome.delivery] ?? "error"](outcome, "mail")),
  );
  await workSingly(boss, parts.now, log);
  for (const { queue, cron, isLate } of timetable) {
    await boss.schedule(queue, cron, null, { tz: "Asia/Shanghai" });
    // What came due while nobody worked doesn't wait for the next round.
    if (isLate) await boss.send(queue);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}

/** The queues whose jobs have nothing to do with each other. */
async function workSingly(boss: PgBoss, now: () => Date, log: Logger): Promise<void> {
  const work = <T extends object>(
    queue: string,
    options: typeof atOnce | typeof soon,
    does: (data: T) => Promise<unknown>,
  ) =>
    boss.work<T>(
      queue,
      { ...options, batchSize: 50 },
      oneByOne(does, (error) => log.error({ queue, err: error }, "a job broke")),
    );
  await work<MailJob>(GIVEN_UP_QUEUE, soon, ({ mailId }) => giveUpMail(mailId));
  await work<{ year: number }>(REDATE_QUEUE, soon, async ({ year }) =>
    log.info({ year, moved: await redateYear(year, now()) }, "dates reckoned anew"),
  );
  await work<{ email: string }>(RESET_QUEUE, atOnce, ({ email }) => askReset(email, now()));
  await work<HearingJob>(HEARING_QUEUE, atOnce, ({ at, ...message }) =>
    hearOfMail({ ...message, at: new Date(at) }, now()),
  );
  for (const { queue, does } of timetable)
    await work(queue, soon, async () => {
      const told = await does(now());
      log[told.failed ? "error" : "info"](told, queue);
    });
}
