import { z } from "zod";
import { addDays, type Day } from "../domain/clock/day.ts";

const SEVERITIES = ["critical", "high", "moderate", "low", "info"] as const;
type Severity = (typeof SEVERITIES)[number];

/** Days from when we learn of a hole until it is mended, as `SECURITY.md` promises (§4.11). */
const DAYS: Record<Severity, number> = { critical: 7, high: 7, moderate: 30, low: 30, info: 30 };
/** Where it is being used already; and where nobody outside can reach it. */
const [USED_DAYS, UNREACHABLE_DAYS] = [3, 90];

/** A known hole in a library that we live with for a while, written down by whoever judged it. */
export interface Accepted {
  /** As the registry names it: GHSA-…. */
  advisory: string;
  library: string;
  severity: Severity;
  /** What reaches the hole here: somebody outside who does so already, somebody outside who might, or nobody. */
  reach: "used" | "reachable" | "unreachable";
  reason: string;
  seenOn: Day;
  /** The last day on which it may still be there. */
  until: Day;
}

interface Advisory {
  advisory: string;
  library: string;
  severity: Severity;
  title: string;
}

/** The last day that the policy allows for a hole. */
function lastDay({ severity, reach, seenOn }: Accepted): Day {
  const usual = reach === "unreachable" ? UNREACHABLE_DAYS : DAYS[severity];
  return addDays(seenOn, reach === "used" ? USED_DAYS : usual);
}

/** What is wrong with the list of what is accepted on a day, in sentences. */
export function faultsOf(accepted: readonly Accepted[], today: Day): string[] {
  return accepted.flatMap((one, nth) => {
    const say = (what: string) => `${one.advisory} in ${one.library} ${what}`;
    return [
      ...(one.until < today ? [say(`was accepted until ${one.until}: update the library`)] : []),
      ...(one.until > lastDay(one) ? [say(`may be accepted until ${lastDay(one)} at the latest`)] : []),
      ...(one.seenOn > today ? [say("was not seen yet")] : []),
      ...(one.reason.trim().length < 20 ? [say("needs a reason")] : []),
      ...(accepted.findIndex(({ advisory }) => advisory === one.advisory) < nth
        ? [say("stands there twice")]
        : []),
    ];
  });
}

const found = z.object({
  url: z.string(),
  name: z.string(),
  severity: z.enum(SEVERITIES),
  title: z.string(),
});
/** As `npm audit --json` writes it; each library names its own advisories, and those of what it needs by name alone. */
const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), found])) })),
});

/** The advisories of a report, each once; null for what is none, such as an error of the registry. */
export function advisoriesIn(text: string): Advisory[] | null {
  const read = report.safeParse(jsonOf(text));
  if (!read.success) return null;
  const all = Object.values(read.data.vulnerabilities).flatMap(({ via }) =>
    via.flatMap((one) => (typeof one === "string" ? [] : [one])),
  );
  const byName = new Map(
    all.map(({ url, name: library, severity, title }) => {
      const advisory = url.split("/").at(-1) ?? url;
      return [`${advisory} ${library}`, { advisory, library, severity, title }];
    }),
  );
  return [...byName.values()];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Of some advisories those that nobody has judged yet. */
export const unjudged = (advisories: readonly Advisory[], accepted: readonly Accepted[]): Advisory[] =>
  advisories.filter(
    ({ advisory, library }) => !accepted.some((one) => one.advisory === advisory && one.library === library),
  );
