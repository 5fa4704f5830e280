/** The schema that the job tables live in. */
export const JOB_SCHEMA = "pgboss";

export const MAIL_QUEUE = "mail";

/** Where a mail's job ends when its last try has failed or never came back. */
export const GIVEN_UP_QUEUE = "mail-given-up";

/** How often a mail is tried before it counts as failed: over about two hours, with the delays below. */
export const MAIL_TRIES = 8;
export const MAIL_FIRST_DELAY_SECONDS = 30;
export const MAIL_LONGEST_DELAY_SECONDS = 3600;

/** How long a provider may take to answer. */
export const SEND_TIMEOUT_MS = 20_000;

// Each of these outlasts the one before: a sender has given up before its lease ends, and the lease has
// ended before its job is handed to somebody else.
export const LEASE_SECONDS = 150;
export const JOB_EXPIRES_SECONDS = 240;

export interface MailJob {
  mailId: string;
}
