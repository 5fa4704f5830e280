import type { ReachWords } from "../zh-CN/reach.ts";

export const reach: ReachWords = {
  title: "People whom mail does not reach",
  lead: "Mail to them bounced, was reported as junk, or has no valid address. Please reach them by telephone or another way, tell them how their matter stands, and have the system administrator correct the address.",
  none: "All mail arrives",
  noneText: "When somebody's mail comes back, they are listed here.",
  name: "Name",
  unit: "Unit",
  email: "E-mail",
  mobile: "Mobile",
  noMobile: "none on record",
  since: "Since",
  why: "Why",
  whys: {
    bounced: "Mail bounced",
    complained: "Reported as junk",
    failed: "No valid address",
  },
  acts: "Acts",
  settle: "Record the outcome",
  settleTitle: (name) => `${name}: what came of it`,
  settleLead:
    "Once recorded, the entry leaves the list. Mail that did not arrive is not sent again by itself; all of it is among the notices after signing in.",
  note: "How they were reached, and what became of the address",
  noteRequired: "Please say what came of it.",
  save: "Record",
  settled: "Recorded.",
  gone: "Somebody else has recorded this one already.",
};
