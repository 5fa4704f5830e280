import type { Job, JobResult } from "pg-boss";
import { type DeliveryParts, deliverMail, giveUpMail } from "../domain/notice/deliver.server.ts";
import type { MailJob } from "../domain/notice/mail-queue.ts";
import type { Transport } from "../domain/notice/transport.server.ts";

/** Tells of one job's outcome, without addresses. */
export type Tell = (outcome: { mailId: string; delivery: string }) => void;

/** Sends a batch; what has to be tried again is answered as failed, so that its queue delays and repeats it. */
export function sendMails(transport: Transport, parts: DeliveryParts, tell: Tell) {
  const sendOne = async ({ id, data: { mailId } }: Job<MailJob>): Promise<JobResult> => {
    try {
      const delivery = await deliverMail(mailId, transport, parts);
      tell({ mailId, delivery });
      const again = delivery === "retry" || delivery === "busy";
      return { id, status: again ? "failed" : "completed", output: { delivery } };
    } catch (error) {
      tell({ mailId, delivery: `broken: ${error instanceof Error ? error.message : String(error)}` });
      return { id, status: "failed", output: { delivery: "broken" } };
    }
  };
  return (jobs: Job<MailJob>[]): Promise<JobResult[]> => Promise.all(jobs.map(sendOne));
}

/** Closes the ledger row of every mail whose job has used up its tries. */
export async function giveUpMails(jobs: Job<MailJob>[]): Promise<void> {
  for (const job of jobs) await giveUpMail(job.data.mailId);
}
