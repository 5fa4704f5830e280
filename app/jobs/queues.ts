import type { Queue } from "pg-boss";
import {
  HEARING_QUEUE,
  REDATE_QUEUE,
  RESET_QUEUE,
  TRAIL_CHECK_QUEUE,
} from "../domain/notice/enqueue.server.ts";
import {
  GIVEN_UP_QUEUE,
  JOB_EXPIRES_SECONDS,
  JOB_HEARTBEAT_SECONDS,
  MAIL_FIRST_DELAY_SECONDS,
  MAIL_LONGEST_DELAY_SECONDS,
  MAIL_QUEUE,
  MAIL_TRIES,
} from "../domain/notice/mail-queue.ts";

const days = 86_400;

export const SWEEP_QUEUE = "sweep-uploads";
export const WATCH_QUEUE = "watch";
export const CHECKPOINT_QUEUE = "checkpoint";

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
    heartbeatSeconds: JOB_HEARTBEAT_SECONDS,
    // A worker that was down for weeks still sends what was promised.
    retentionSeconds: 365 * days,
    deleteAfterSeconds: 7 * days,
  },
  // One waits at most, however long nobody worked; a look that died is not repeated, the next minute looks again.
  { name: WATCH_QUEUE, policy: "short", retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3600 },
  { name: CHECKPOINT_QUEUE, policy: "short", retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3600 },
  {
    name: TRAIL_CHECK_QUEUE,
    policy: "short",
    retryLimit: 0,
    expireInSeconds: 3600,
    deleteAfterSeconds: 7 * days,
  },
  { name: REDATE_QUEUE, retryLimit: 5, retryDelay: 60, retryBackoff: true, retentionSeconds: 30 * days },
  {
    name: RESET_QUEUE,
    notify: true,
    retryLimit: 3,
    retryDelay: 5,
    retentionSeconds: days,
    deleteAfterSeconds: 3600,
  },
  {
    name: HEARING_QUEUE,
    notify: true,
    retryLimit: 10,
    retryDelay: 5,
    retryBackoff: true,
    retentionSeconds: 30 * days,
    deleteAfterSeconds: days,
  },
  { name: SWEEP_QUEUE, retryLimit: 2, retryDelay: 600, retentionSeconds: days },
];
