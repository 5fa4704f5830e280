import { beforeAll, describe, expect, it } from "vitest";
import { judge, type Verdict } from "../simulate/judge.ts";
import type { Found } from "../simulate/rows.ts";
import { type Simulated, simulate } from "../simulate/simulate.ts";
import { testDatabase } from "../support/database.ts";

let simulated: Simulated;

beforeAll(async () => {
  const { jobsUrl: url, ownerUrl } = await testDatabase();
  simulated = await simulate({ url, ownerUrl, days: 40, complaints: 30, seed: 11 });
}, 300_000);

/** What the judge says when the hub's rows had been others. */
const judged = (other: Partial<Found> = {}): Verdict =>
  judge(simulated.must, { ...simulated.found, ...other });

describe("a city under a set clock, with workers that die", () => {
  it("has every step, every mail and every date, each once", () => {
    const { complaints, ladderSteps, mails, faults } = judged();
    expect([...faults, ...simulated.refused, ...simulated.failures]).toEqual([]);
    expect(complaints).toBeGreaterThanOrEqual(30);
    expect(ladderSteps).toBeGreaterThan(20);
    expect(mails).toBeGreaterThan(300);
    expect(simulated.kills).toBeGreaterThan(0);
    expect(simulated.downDays).toBeGreaterThan(0);
  });
});

describe("the judge", () => {
  it("misses a step that was not taken", () => {
    const { steps } = simulated.found;
    expect(judged({ steps: steps.slice(1) }).missedSteps).toBe(1);
  });

  it("counts a step that was taken twice", () => {
    const { steps } = simulated.found;
    expect(judged({ steps: [...steps, ...steps.slice(0, 1)] }).duplicateSteps).toBe(1);
  });

  it("sees a step that came too early", () => {
    const [first, ...steps] = simulated.found.steps;
    const early = first && { ...first, climbed_at: new Date(first.climbed_at.getTime() - 30 * 86_400_000) };
    expect(judged({ steps: early ? [early, ...steps] : steps }).earlySteps).toBe(1);
  });

  it("sees a date that is a day off", () => {
    const [[id, row] = ["", {}]] = [...simulated.found.kept].filter(([, { signDueOn }]) => signDueOn);
    const kept = new Map([...simulated.found.kept, [id, { ...row, signDueOn: "2026-01-01" }]]);
    expect(judged({ kept }).wrongDueDates).toBe(1);
  });

  it("sees a date that was wrong for a while", () => {
    const events = simulated.found.events.map((event) =>
      event.command === "submit"
        ? { ...event, changes: event.changes.map((c) => ({ ...c, set: { ...c.set, dueOn: "2026-01-01" } })) }
        : event,
    );
    expect(judged({ events }).wrongDueDates).toBeGreaterThan(0);
  });

  it("counts a mail that went twice, misses one that didn't go, and finds one that nobody asked for", () => {
    const letters = simulated.found.mails.filter(({ kind }) => kind !== "digest");
    const digests = simulated.found.mails.filter(({ kind }) => kind === "digest");
    expect(judged({ mails: [...digests, ...letters, ...letters.slice(0, 1)] }).duplicateMails).toBe(1);
    expect(judged({ mails: [...digests, ...letters.slice(1)] }).missingMails).toBe(1);
    const unsent = letters.map((mail, nth) => (nth === 0 ? { ...mail, status: "queued" } : mail));
    expect(judged({ mails: [...digests, ...unsent] }).missingMails).toBe(1);
    const stray = letters.slice(0, 1).map((mail) => ({ ...mail, kind: "talkDue" }));
    expect(judged({ mails: [...digests, ...letters, ...stray] }).strayMails).toBe(1);
  });

  it("misses a word that its morning's digest left out", () => {
    const waiting = simulated.found.notices.find(({ digest_id }) => digest_id !== null);
    const notices = simulated.found.notices.map((one) =>
      one === waiting ? { ...one, digest_id: null } : one,
    );
    expect(judged({ notices }).missingMails).toBeGreaterThan(0);
  });

  it("finds a moment at which nobody owed the next step", () => {
    const first = simulated.found.events.find(({ status }) => status === "handling");
    const events = simulated.found.events.map((one) => (one === first ? { ...one, status: "clue" } : one));
    expect(judged({ events }).ownerless).toBe(1);
  });
});
