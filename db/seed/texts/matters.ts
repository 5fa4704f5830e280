import type { District, Locale } from "../../vocabulary.ts";
import { departmentOf, governmentOf } from "../departments.ts";
import { names } from "../names.ts";
import { type Random, random } from "../random.ts";
import { building } from "./building.ts";
import { enforcement } from "./enforcement.ts";
import { english } from "./english.ts";
import type { Matter } from "./matter.ts";
import { money } from "./money.ts";
import { enterprisePhrases, lookBackPhrases, officePhrases, rulingPhrases } from "./phrases.ts";
import type { Scenario } from "./scenario.ts";
import { services } from "./services.ts";
import { trust } from "./trust.ts";

type Slots = Record<string, string>;

const scenarios: readonly Scenario[] = [
  ...services,
  ...building,
  ...money,
  ...enforcement,
  ...trust,
  ...english,
];

const spans: Record<Scenario["since"], [days: number, zh: string, en: string][]> = {
  weeks: [
    [16, "半个月前", "two weeks ago"],
    [21, "三周前", "three weeks ago"],
    [33, "一个多月前", "a month ago"],
    [47, "一个半月前", "six weeks ago"],
  ],
  months: [
    [66, "两个多月前", "two months ago"],
    [95, "三个多月前", "three months ago"],
    [125, "四个月前", "four months ago"],
  ],
  long: [
    [125, "四个月前", "four months ago"],
    [185, "半年前", "half a year ago"],
    [280, "大半年前", "nine months ago"],
  ],
};

// The cast's district officer serves Huli: enough has to happen there.
const placeWeights: Record<District, number> = {
  "350203": 2,
  "350205": 2,
  "350206": 6,
  "350211": 2,
  "350212": 2,
  "350213": 1,
};

const openings = {
  "zh-CN": {
    enterprise: ["我公司", "我们公司", "我们{name}", "{name}"],
    association: ["我会一家会员企业", "本会的一家会员单位", "我会会员企业"],
  },
  en: { enterprise: ["Our company", "Our company ({name})"], association: ["One of our members"] },
};

const fill = (template: string, slots: Slots): string =>
  template.replace(/\{(\w+)\}/g, (slot, key: string) => slots[key] ?? slot);

/** So many different matters, the same for the same seed; after some 400 the titles begin again. */
export function matters(seed: number, count: number): Matter[] {
  const chance = random(seed ^ 0x6d617474);
  const owners = names(seed, "owners").map(({ zh }) => zh);
  const all = scenarios.flatMap((scenario) => scenario.of.map((line) => ({ scenario, line })));
  const made: Matter[] = [];
  while (made.length < count) {
    const round = chance.shuffle(all).slice(0, count - made.length);
    made.push(...round.map(({ scenario, line }) => matterOf(scenario, line, owners, chance)));
  }
  return made;
}

function matterOf(scenario: Scenario, line: string, owners: readonly string[], chance: Random): Matter {
  const { field, conduct, kind = "complaint", grade } = scenario;
  const locale: Locale = scenario.english ? "en" : "zh-CN";
  const place = chance.weighted(placeWeights);
  const [sinceDays, agoZh, agoEn] = chance.pick(spans[scenario.since]);
  const slots: Slots = {
    dist: governmentOf(place).name.zh.replace("人民政府", ""),
    n: String(chance.whole(6, 58)),
    ago: scenario.english ? agoEn : agoZh,
  };
  for (const [index, part] of line.split("|").entries()) slots[index + 1] = part;
  const code = (template: string) =>
    template === "district" ? governmentOf(place).code : fill(template, slots);
  const leadCode = code(scenario.lead);
  const written = (template: string) => fill(template, slots);
  const say = {
    topic: written(scenario.topic),
    outcome: written(scenario.outcome),
    advice: written(scenario.advice),
  };
  const dept = departmentOf(leadCode).name;
  return {
    ...{ field, conduct, kind, grade, locale, sinceDays, leadCode },
    district: isLocal(scenario) ? place : null,
    place: isLocal(scenario) ? fill("{dist}", slots) : "",
    assistingCodes: (scenario.with ?? []).map(code).filter((each) => each !== leadCode),
    mistakenFor: code(scenario.wrong),
    title: written(scenario.title),
    description: opened(written(scenario.text), locale, chance.next()),
    about: written(scenario.about),
    brief: written(scenario.brief),
    replyText: written(scenario.did),
    measures: (scenario.measures ?? []).map(([text, days]) => ({
      text: written(text),
      ownerName: chance.pick(owners),
      days,
    })),
    ...officeTexts({ ...say, dept: dept.zh }, chance),
    ...enterpriseTexts(locale, { ...say, dept: dept.zh, ...scenario.english }, say, chance),
    nextOfficer: chance.pick(owners),
    suits: suits(scenario, place),
  };
}

const isLocal = (scenario: Scenario): boolean => {
  const codes = [scenario.lead, scenario.wrong, ...(scenario.with ?? [])];
  const texts = scenario.text + scenario.about + scenario.brief;
  return codes.includes("district") || texts.includes("{dist}");
};

function suits(scenario: Scenario, place: District): Matter["suits"] {
  const { suits: industries, small: isSmall = false } = scenario;
  return (point) => {
    const isAssociation = point.size === "association";
    if (isLocal(scenario) && point.district !== place) return false;
    if ((point.contact.locale === "en") !== Boolean(scenario.english)) return false;
    if (isSmall && !isAssociation && point.size !== "small" && point.size !== "micro") return false;
    const trade = isAssociation ? point.speaksFor : point.industry;
    return !industries || trade === null || industries.includes(trade);
  };
}

function opened(text: string, locale: Locale, choice: number): Matter["description"] {
  return ({ shortName, size }) => {
    const list = openings[locale][size === "association" ? "association" : "enterprise"];
    const opening = list[Math.floor(choice * list.length)] ?? "";
    return fill(text, { us: fill(opening, { name: shortName }) });
  };
}

/** One sentence of each list, filled. */
function choose<K extends string>(
  lists: Record<K, readonly string[]>,
  slots: Slots,
  chance: Random,
): Record<K, string> {
  const entries = Object.entries(lists) as [K, readonly string[]][];
  return Object.fromEntries(entries.map(([key, list]) => [key, fill(chance.pick(list), slots)])) as Record<
    K,
    string
  >;
}

function officeTexts(slots: Slots, chance: Random) {
  return {
    ...choose<keyof typeof officePhrases>(officePhrases, slots, chance),
    returnRuling: choose(rulingPhrases, slots, chance),
    lookBackNote: choose(lookBackPhrases, slots, chance),
  };
}

function enterpriseTexts(locale: Locale, slots: Slots, officeSlots: Slots, chance: Random) {
  const phrases = enterprisePhrases[locale];
  const { reviewAnswer, ratingReason, callBackNote, declineReason, ...lists } = phrases;
  return {
    ...choose<keyof typeof lists>(lists, slots, chance),
    reviewAnswer: choose(reviewAnswer, slots, chance),
    ratingReason: choose(ratingReason, slots, chance),
    callBackNote: choose(callBackNote, officeSlots, chance),
    declineReason: choose(declineReason, slots, chance),
  };
}
