import type { Role, SessionStage } from "../../../db/vocabulary.ts";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

export interface SessionLimit {
  /** Minutes without a sign of its holder. */
  idle: number;
  /** Hours since signing in, however much it is used. */
  hours: number;
}

/** How long each role stays signed in: the more somebody may open or change, the shorter. */
export const SESSION_LIMITS: Record<Role, SessionLimit> = {
  liaison: { idle: 8 * 60, hours: 7 * 24 },
  leader: { idle: 60, hours: 24 },
  department: { idle: 60, hours: 12 },
  intake: { idle: 60, hours: 12 },
  supervisor: { idle: 60, hours: 12 },
  discipline: { idle: 30, hours: 12 },
  custodian: { idle: 15, hours: 8 },
  sysadmin: { idle: 15, hours: 8 },
  secadmin: { idle: 15, hours: 8 },
  auditor: { idle: 15, hours: 8 },
};

/** How long somebody may take over the second factor that they owe, in minutes. */
const HALF_MINUTES = 15;

/** The longest that any session lasts, in days: so long a browser keeps its cookie. */
export const SESSION_DAYS = Math.max(...Object.values(SESSION_LIMITS).map(({ hours }) => hours)) / 24;

/** A session's last use is noted this often at most, so that reading stays reading. */
export const TOUCH_MS = MINUTE_MS;

/** When a session ends unless it is used again: idle since its last use, and never later than its whole length. */
export function endOfSession(role: Role, stage: SessionStage, createdAt: Date, lastSeenAt: Date): Date {
  if (stage === "half") return new Date(createdAt.getTime() + HALF_MINUTES * MINUTE_MS);
  const { idle, hours } = SESSION_LIMITS[role];
  return new Date(Math.min(lastSeenAt.getTime() + idle * MINUTE_MS, createdAt.getTime() + hours * HOUR_MS));
}
