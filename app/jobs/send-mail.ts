import type { Job, JobResult } from "pg-boss";
import { type DeliveryParts, deliverMails } from "../domain/notice/deliver.server.ts";
import type { MailJob } from "../domain/notice/mail-queue.ts";
import type { Transport } from "../domain/notice/transport.server.ts";

/** Tells of one job's outcome, without addresses. */
export type Tell = (outcome: { mailId: string; delivery: string }) => void;

/** Sends a batch; what has to be tried again is answered as failed, so that its queue delays and repeats it. */
export function sendMails(transport: Transport, parts: DeliveryParts, tell: Tell) {
  return async (jobs: Job<MailJob>[]): Promise<JobResult[]> => {
    const mailIds = jobs.map((job) => job.data.mailId);
    const outcomeOf = await deliverMails(mailIds, transport, parts).then(
      (deliveries) => (mailId: string) => deliveries.get(mailId) ?? "skipped",
      (error) => () => `broken: ${error instanceof Error ? error.message : String(error)}`,
    );
    return jobs.map(({ id, data: { mailId } }) => {
      const delivery = outcomeOf(mailId);
      tell({ mailId, delivery });
      const isDone = delivery === "sent" || delivery === "skipped" || delivery === "failed";
      return { id, status: isDone ? "completed" : "failed", output: { delivery } };
    });
  };
}
