import type { Queue } from "pg-boss";
import {
  GIVEN_UP_QUEUE,
  JOB_EXPIRES_SECONDS,
  MAIL_FIRST_DELAY_SECONDS,
  MAIL_LONGEST_DELAY_SECONDS,
  MAIL_QUEUE,
  MAIL_TRIES,
} from "../domain/notice/mail-queue.ts";

const days = 86_400;

export const SWEEP_QUEUE = "sweep-uploads";
/** Every night, while nobody uploads. */
export const SWEEP_CRON = "30 3 * * *";

/** Every queue, those that others point to first. */
export const QUEUES: readonly Queue[] = [
  { name: GIVEN_UP_QUEUE, retryLimit: 5, retryDelay: 60, retryBackoff: true, retentionSeconds: 30 * days },
  {
    name: MAIL_QUEUE,
    deadLetter: GIVEN_UP_QUEUE,
    notify: true,
    retryLimit: MAIL_TRIES - 1,
    retryDelay: MAIL_FIRST_DELAY_SECONDS,
    retryDelayMax: MAIL_LONGEST_DELAY_SECONDS,
    retryBackoff: true,
    expireInSeconds: JOB_EXPIRES_SECONDS,
    // A worker that was down for weeks still sends what was promised.
    retentionSeconds: 365 * days,
    deleteAfterSeconds: 7 * days,
  },
  { name: SWEEP_QUEUE, retryLimit: 2, retryDelay: 600, retentionSeconds: days },
];
