import type { Role } from "../../../db/vocabulary.ts";

/** What waits for the commission, by the step that is due. */
export const QUEUES = [
  "triage",
  "returns",
  "tracking",
  "verifying",
  "extensions",
  "clearing",
  "callBacks",
  "reviews",
  "lookBacks",
  "erasures",
  "copying",
  "talks",
] as const;
export type Queue = (typeof QUEUES)[number];

const bySupervisors: readonly Queue[] = [
  "verifying",
  "extensions",
  "callBacks",
  "reviews",
  "clearing",
  "lookBacks",
  "erasures",
  "copying",
  "talks",
];

/** The queues in the order in which this role works through them: its own first, the others' after. */
export function queuesOf(role: Role): readonly Queue[] {
  if (role !== "supervisor") return QUEUES;
  return [...bySupervisors, ...QUEUES.filter((queue) => !bySupervisors.includes(queue))];
}

/** The queue that an address names, else the first of the role's own. */
export const queueIn = (params: URLSearchParams, role: Role): Queue =>
  QUEUES.find((queue) => queue === params.get("queue")) ?? queuesOf(role)[0] ?? "triage";

/** Rows of a queue on one page. */
export const QUEUE_PAGE = 50;

/** Counted no further than this: "more" says enough of a queue that long. */
export const QUEUE_COUNT_LIMIT = 99;

/** Look-backs are shown so many days before they are due, so that there is time for a visit. */
export const LOOK_BACK_AHEAD_DAYS = 14;
