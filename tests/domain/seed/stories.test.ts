import { describe, expect, it } from "vitest";
import type { PersonActor } from "../../../app/domain/access/actor.ts";
import { calendarOf, isWorkingDay } from "../../../app/domain/clock/calendar.ts";
import { dayOf } from "../../../app/domain/clock/day.ts";
import { COMMAND_TYPES } from "../../../app/domain/complaint/commands.ts";
import { chineseCalendar } from "../../../db/seed/calendar.ts";
import { bytesOf } from "../../../db/seed/files/paper.ts";
import { liaisonPoints } from "../../../db/seed/liaison-points.ts";
import { cityStories } from "../../../db/seed/stories.ts";
import type { World } from "../../../db/seed/world.ts";
import { BAD_RATINGS, EXTENSION_RULINGS, LOOK_BACK_RESULTS, RATINGS } from "../../../db/vocabulary.ts";

const { days, years } = chineseCalendar();
const calendar = calendarOf(days, years);
const somebody = (name: string) => ({ name, personId: name }) as PersonActor;
const world: World = {
  calendar,
  points: liaisonPoints(2025, 2026),
  person: somebody,
  contact: somebody,
  officer: somebody,
  department: (code) => code,
};

function cityAt(instant: string) {
  const now = new Date(instant);
  const { past, present, spare } = cityStories(2025, now, world);
  const stories = [...past, ...present];
  return { now, past, present, spare, stories, acts: stories.flatMap((story) => story.acts) };
}

const monday = cityAt("2026-11-23T10:00:00+08:00");

const starts = [
  ["a working day before the office opens", "2026-11-23T07:00:00+08:00"],
  ["a working day", "2026-11-23T10:00:00+08:00"],
  ["a working evening", "2026-11-23T20:00:00+08:00"],
  ["a Sunday", "2026-11-22T15:00:00+08:00"],
  ["the middle of a long holiday", "2026-10-04T12:00:00+08:00"],
  ["the first days of a year whose calendar isn't loaded", "2027-01-06T10:00:00+08:00"],
] as const;

describe.each(starts)("the stories until %s", (_, instant) => {
  const { now, past, present, acts } = cityAt(instant);

  it("have no act in the future, and none outside office hours", () => {
    expect(acts.length).toBeGreaterThan(2000);
    for (const { at } of acts) {
      if (at > now) expect.fail(`${at.toISOString()} is to come`);
      expect(isWorkingDay(calendar, dayOf(at))).toBe(true);
      const time = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
      expect(time >= "09:00" && time <= "17:30").toBe(true);
    }
  });

  it("keep the two years apart", () => {
    const year = Number(dayOf(now).slice(0, 4));
    expect(past).toHaveLength(253);
    expect(past.filter(({ start }) => !start.startsWith(String(year - 1)))).toEqual([]);
    expect(present.filter(({ start }) => !start.startsWith(String(year)))).toEqual([]);
  });
});

describe("the stories", () => {
  it("come out the same for the same seed and day, whatever the hour", () => {
    const told = ({ acts }: ReturnType<typeof cityAt>) =>
      acts.map(({ at, command, by }) => [at.toISOString(), command, by]);
    expect(told(cityAt("2026-11-23T15:00:00+08:00"))).toEqual(told(monday));
  });

  it("are on a day off what they are on the next working morning, so that something is always due", () => {
    const ends = ({ stories }: ReturnType<typeof cityAt>) =>
      stories.map(({ acts, matter }) => [matter.title, acts.at(-1)?.at.toISOString()]);
    expect(ends(cityAt("2026-11-22T15:00:00+08:00"))).toEqual(ends(monday));
    expect(ends(cityAt("2026-11-20T18:00:00+08:00"))).toEqual(ends(monday));
  });

  it("use every command, each twice at least, but an erasure's end and what only the hub's own look gives", () => {
    const used = Map.groupBy(monday.acts, ({ command }) => command?.type);
    const rare = COMMAND_TYPES.filter((type) => (used.get(type)?.length ?? 0) < 2);
    expect(rare.sort()).toEqual(["approveErasure", "climb", "redate", "refuseErasure"]);
    expect(rare.filter((type) => !used.has(type)).sort()).toEqual(["climb", "redate"]);
  });

  it.each(["past", "present"] as const)("have time granted twice and refused twice in the %s", (which) => {
    const rulings = monday[which].flatMap(({ acts }) =>
      acts.flatMap(({ command }) => (command?.type === "ruleOnExtension" ? [command.decision] : [])),
    );
    for (const decision of EXTENSION_RULINGS) {
      expect(rulings.filter((each) => each === decision).length).toBeGreaterThanOrEqual(2);
    }
  });

  it("have every rating, every result of a look-back, both rulings and both verdicts", () => {
    const said = monday.acts.flatMap(({ command }) => (command ? Object.values(command) : []));
    for (const word of [...RATINGS, ...BAD_RATINGS, ...LOOK_BACK_RESULTS, "refused", "upheld", "granted"]) {
      if (!said.includes(word)) expect.fail(`nobody said ${word}`);
    }
  });

  it("have short titles, nearly all of their own, and none twice by one point", () => {
    const titles = monday.stories.map(({ matter }) => matter.title);
    expect(new Set(titles).size / titles.length).toBeGreaterThan(0.9);
    expect(titles.filter((title) => title.length > 30)).toEqual([]);
    const told = monday.stories.map(
      ({ matter, point, also }) => point.code + matter.description(point) + also,
    );
    expect(new Set(told).size).toBe(told.length);
    const ofPoint = monday.stories.map(({ matter, point }) => `${point.code} ${matter.title}`);
    expect(new Set(ofPoint).size).toBe(ofPoint.length);
  });

  it("leave the cast's own enterprises something to begin", () => {
    expect(monday.spare.length).toBeGreaterThan(5);
  });
});

describe("the papers", () => {
  it("are of five types, each made of the same bytes for the same words", () => {
    const signatures = {
      pdf: "%PDF-1.5",
      png: "\x89PNG",
      jpg: "\xff\xd8\xff",
      docx: "PK\x03\x04",
      txt: "一",
    };
    for (const [type, signature] of Object.entries(signatures)) {
      const paper = { name: `凭证.${type}`, lines: ["一", "two & <three>"] };
      const start = bytesOf(paper).subarray(0, 8);
      expect(type === "txt" ? start.toString() : start.toString("latin1")).toContain(signature);
      expect(bytesOf(paper)).toEqual(bytesOf(paper));
    }
  });

  it("point a PDF's reader to where its objects are", () => {
    const pdf = bytesOf({ name: "回执.pdf", lines: ["回执", "第二行"] }).toString("latin1");
    const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(table, table + 4)).toBe("xref");
    const offsets = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at));
    expect(offsets).toHaveLength(7);
    for (const [index, at] of offsets.entries()) expect(pdf.slice(at, at + 7)).toBe(`${index + 1} 0 obj`);
  });

  it("come with some complaints and not with most, one to three", () => {
    const counts = monday.stories.map(({ papers }) => papers.length);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(60);
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(150);
    expect(Math.max(...counts)).toBe(3);
  });
});
