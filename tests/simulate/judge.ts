import type { City, Resident } from "./city.ts";
import type { Dates } from "./drive.ts";
import { judgeDates, ownerless } from "./judge-events.ts";
import { type Expected, rungOrder, stepKey } from "./ladder-book.ts";
import { clockAt, type Day, dayAt, type OfficeDays } from "./office-days.ts";
import type { Found, MailRow, NoticeRow, StepRow } from "./rows.ts";
import { type Told, toldOf, waitsForMorning } from "./told.ts";

/** One look of the watch: whether nothing interrupted it, and whether two looked at once. */
export interface Look {
  at: number;
  isWhole: boolean;
  isTwo: boolean;
}

/** What must have come of the city's acts, reckoned without the hub. */
export interface Must {
  city: City;
  days: OfficeDays;
  dates: ReadonlyMap<string, readonly Dates[]>;
  told: readonly Told[];
  steps: ReadonlyMap<string, Expected>;
  looks: readonly Look[];
}

export interface Verdict {
  complaints: number;
  ladderSteps: number;
  duplicateSteps: number;
  missedSteps: number;
  earlySteps: number;
  mails: number;
  duplicateMails: number;
  missingMails: number;
  strayMails: number;
  ownerless: number;
  wrongDueDates: number;
  /** The first few of each kind of fault, in words. */
  faults: string[];
}

/** Compares what the hub did with what had to be done. */
export function judge(must: Must, found: Found): Verdict {
  const faults: string[] = [];
  const fault = (text: string) => faults.push(text);
  const lapses = judgeDates(must, found, fault);
  const steps = judgeSteps(must, found, lapses.steps, fault);
  const told = [...must.told, ...toldOfSteps(must, found.steps)];
  const notices = tally(told.map(toldKey), found.notices.map(rowKey), "notice", fault);
  const single = told.filter(({ kind, personId }) => !waitsForMorning(kind, personOf(must.city, personId)));
  const letters = found.mails.filter(({ kind }) => kind !== "digest");
  const mails = tally(single.map(toldKey), letters.map(rowKey), "mail", fault);
  const digests = judgeDigests(must, found, fault);
  const unsent = found.mails.filter(({ status }) => status === "queued" || status === "failed");
  for (const { kind, id } of unsent) fault(`mail ${id} (${kind}) was never sent`);
  return {
    complaints: must.dates.size,
    ladderSteps: found.steps.length + lapses.steps.length,
    ...steps,
    mails: found.mails.length,
    duplicateMails: notices.twice + mails.twice + digests.twice,
    missingMails: notices.missing + mails.missing + digests.missing + unsent.length,
    strayMails: notices.stray + mails.stray,
    ownerless: ownerless(must, found, fault),
    wrongDueDates: lapses.wrong,
    faults,
  };
}

type Fault = (text: string) => void;

const personOf = ({ everybody }: City, id: string) =>
  everybody.find(({ personId }) => personId === id) as Resident;
const toldKey = ({ personId, kind, number, at }: Told) => `${personId} ${kind} ${number} ${at}`;
const rowKey = (row: Pick<NoticeRow | MailRow, "person_id" | "kind" | "number" | "created_at">) =>
  `${row.person_id} ${row.kind} ${row.number} ${row.created_at.getTime()}`;

const counted = (keys: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

function tally(expected: readonly string[], found: readonly string[], what: string, fault: Fault) {
  const [must, has] = [counted(expected), counted(found)];
  const sum = { missing: 0, twice: 0, stray: 0 };
  for (const [key, count] of must) {
    const missing = Math.max(0, count - (has.get(key) ?? 0));
    if (missing > 0) fault(`missing ${what}: ${key}`);
    sum.missing += missing;
  }
  for (const [key, count] of has) {
    const known = must.get(key) ?? 0;
    if (count > known) fault(`${known > 0 ? "doubled" : "stray"} ${what}: ${key}`);
    if (known > 0) sum.twice += Math.max(0, count - known);
    else sum.stray += count;
  }
  return sum;
}

function judgeSteps({ steps }: Must, found: Found, lapses: readonly Climbed[], fault: Fault) {
  const climbed = [...found.steps.map(climbedOf), ...lapses];
  const counts = counted(climbed.map(({ key }) => key));
  const at = new Map(climbed.map((each) => [each.key, each.at]));
  const sum = { duplicateSteps: 0, missedSteps: 0, earlySteps: 0 };
  for (const count of counts.values()) sum.duplicateSteps += count - 1;
  for (const { key, mustAt } of steps.values()) {
    if (mustAt === null) continue;
    const taken = at.get(key);
    if (taken !== undefined && taken <= mustAt) continue;
    sum.missedSteps++;
    fault(`missed step: ${key}, at the latest ${iso(mustAt)}, was ${taken ? iso(taken) : "never taken"}`);
  }
  for (const { key, at } of climbed) {
    const step = steps.get(key);
    if (step && at >= step.mayAt) continue;
    sum.earlySteps++;
    fault(`step without a reason: ${key} at ${iso(at)}${step ? `, not before ${iso(step.mayAt)}` : ""}`);
  }
  return sum;
}

const iso = (at: number) => new Date(at).toISOString();

export interface Climbed {
  key: string;
  at: number;
}

const climbedOf = (row: StepRow): Climbed => ({
  key: stepKey(row.number, row.assignment_id, row.measure_id, row.rung, row.due_on),
  at: row.climbed_at.getTime(),
});

/** Who is told of a climb: of several rungs that were reached at once, everybody hears of the highest. */
function toldOfSteps({ city, steps }: Must, found: readonly StepRow[]): Told[] {
  const climbs = found.filter(({ rung }) => !rung.startsWith("question"));
  const together = Map.groupBy(climbs, (row) => {
    const isPromise = rungOrder.includes(row.rung);
    const { key, at } = climbedOf({ ...row, rung: isPromise ? "promise" : row.rung });
    return `${key} ${at}`;
  });
  return [...together.values()].flatMap((rows) => {
    const highest = rows.toSorted(
      (a, b) => rungOrder.indexOf(b.rung) - rungOrder.indexOf(a.rung),
    )[0] as StepRow;
    const step = steps.get(climbedOf(highest).key);
    if (!step) return [];
    const matter = { ...step.matter, status: step.status };
    const act = { at: highest.climbed_at, matter, by: null, command: step.rung, said: {}, hand: step.hand };
    return toldOf(city, act, []);
  });
}

/** Each waiting word must be in the first morning's digest that could take it, and in no other. */
function judgeDigests({ city, days, looks }: Must, found: Found, fault: Fault) {
  const mornings = looks.filter(({ at }) => {
    const when = new Date(at);
    return days.works(dayAt(when)) && clockAt(when) >= "09:00:00";
  });
  const digests = found.mails.filter(({ kind }) => kind === "digest");
  const byDay = new Map(digests.map((mail) => [`${mail.person_id} ${mail.digest_on}`, mail]));
  const used = new Set(found.notices.map(({ digest_id }) => digest_id));
  const empty = digests.filter(({ id }) => !used.has(id)).length;
  let missing = empty;
  if (empty > 0) fault(`${empty} digests hold nothing`);
  for (const notice of found.notices) {
    const waits = waitsForMorning(notice.kind, personOf(city, notice.person_id));
    const isRight = waits ? isInItsDigest(notice, mornings, byDay) : notice.digest_id === null;
    if (isRight) continue;
    missing++;
    fault(`not in its digest: ${rowKey(notice)} ${iso(notice.created_at.getTime())}`);
  }
  return { missing, twice: digests.length - byDay.size };
}

function isInItsDigest(
  notice: NoticeRow,
  mornings: readonly Look[],
  byDay: ReadonlyMap<string, MailRow>,
): boolean {
  const created = notice.created_at.getTime();
  for (const { at, isWhole, isTwo } of mornings) {
    if (at < created) continue;
    const day: Day = dayAt(new Date(at));
    const digest = byDay.get(`${notice.person_id} ${day}`);
    const went = digest?.created_at.getTime() ?? Number.POSITIVE_INFINITY;
    if (digest && digest.id === notice.digest_id) return true;
    // It came after that morning's had gone: beside it, where two look at once.
    if (went < created || (went === created && isTwo)) continue;
    if (isWhole) return false;
  }
  return notice.digest_id === null;
}
