/** The schema that the job tables live in. */
export const JOB_SCHEMA = "pgboss";

export const MAIL_QUEUE = "mail";

/** Where a mail's job ends when its last try has failed or never came back. */
export const GIVEN_UP_QUEUE = "mail-given-up";

/** How often a mail is tried before it counts as failed: over about two hours, with the delays below. */
export const MAIL_TRIES = 10;
export const MAIL_FIRST_DELAY_SECONDS = 10;
export const MAIL_LONGEST_DELAY_SECONDS = 3600;

/** How long a provider may take to answer. */
export const SEND_TIMEOUT_MS = 20_000;

/** How long a sender waits where a provider says to come back; for longer it hands the mail to its queue. */
export const LONGEST_HOLD_MS = 20_000;

// A sender renews its lease for as long as it lives, and its job's heartbeat beats as long. When it is killed
// both end within seconds, the lease before the job is handed on: its work is taken over within a minute.
export const LEASE_SECONDS = 15;
export const LEASE_RENEWAL_MS = 4_000;
export const JOB_HEARTBEAT_SECONDS = 10;
export const DEAD_JOBS_EVERY_SECONDS = 5;
/** A process that lives and hangs is given up after this. */
export const JOB_EXPIRES_SECONDS = 240;

export interface MailJob {
  mailId: string;
}
