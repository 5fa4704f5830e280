/** Figures that count complaints; each is also a filter of the ledger. */
export const COMPLAINT_FIGURES = [
  "reported",
  "resolved",
  "references",
  "carriedOver",
  "contactDue",
  "contactInTime",
  "replyDue",
  "replyInTime",
  "finalReplyDue",
  "finalReplyInTime",
  "asked",
  "confirmedSolved",
  "rated",
  "satisfied",
  "lookedBack",
  "lookBackHeld",
  "lookBackPartly",
  "relapsed",
  "falseRectification",
] as const;
export type ComplaintFigure = (typeof COMPLAINT_FIGURES)[number];

/** The rates: a part of the complaints over the whole that it is taken from. */
export const RATES = {
  response: { part: "contactInTime", whole: "contactDue" },
  onTime: { part: "replyInTime", whole: "replyDue" },
  finalOnTime: { part: "finalReplyInTime", whole: "finalReplyDue" },
  resolution: { part: "confirmedSolved", whole: "asked" },
  satisfaction: { part: "satisfied", whole: "rated" },
  held: { part: "lookBackHeld", whole: "lookedBack" },
} as const satisfies Record<string, { part: ComplaintFigure; whole: ComplaintFigure }>;
export type Rate = keyof typeof RATES;

/** Figures that are also told month by month. */
export const MONTHLY_FIGURES = ["reported", "resolved"] as const satisfies readonly ComplaintFigure[];
export type MonthlyFigure = (typeof MONTHLY_FIGURES)[number];

export const isMonthly = (name: ComplaintFigure): name is MonthlyFigure =>
  MONTHLY_FIGURES.some((figure) => figure === name);

export const isComplaintFigure = (name: string): name is ComplaintFigure =>
  COMPLAINT_FIGURES.some((figure) => figure === name);

/** The first instant of a year and of the next one, in Asia/Shanghai. */
export const yearBounds = (year: number): [Date, Date] => [
  new Date(`${year}-01-01T00:00:00+08:00`),
  new Date(`${year + 1}-01-01T00:00:00+08:00`),
];

/** The first instant of a month, counted from 1, and of the next one, in Asia/Shanghai. */
export function monthBounds(year: number, month: number): [Date, Date] {
  const first = (of: number) => `${year}-${String(of).padStart(2, "0")}-01T00:00:00+08:00`;
  return [new Date(first(month)), month === 12 ? yearBounds(year)[1] : new Date(first(month + 1))];
}

/** A part of a whole, or null where the whole is nothing. */
export const ratioOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
