import { checkCharacter } from "../../app/domain/people/credit-code.ts";
import type { District, Industry, Locale, PointSize } from "../vocabulary.ts";
import { type CastMember, cast } from "./cast.ts";
import { city } from "./departments.ts";
import { mailName, names, type PersonName } from "./names.ts";
import {
  associations,
  districtWeights,
  first,
  forms,
  industryWeights,
  prefixes,
  second,
  sizeWeights,
  trades,
} from "./point-words.ts";
import { type Random, random } from "./random.ts";

export interface SeedPoint {
  code: string;
  name: string;
  shortName: string;
  creditCode: string;
  district: District;
  industry: Industry;
  size: PointSize;
  /** The trade of an association's members, where they share one. */
  speaksFor: Industry | null;
  term: { startsOn: string; endsOn: string };
  contact: { name: PersonName; email: string; mobile: string; locale: Locale };
}

/** What is known of a point before it has a number, a code and a contact. */
interface Sketch {
  name: string;
  shortName: string;
  domain: string;
  district: District;
  industry: Industry;
  size: PointSize;
  speaksFor: Industry | null;
}

const COUNT = 217;

/** The points of the cast stand first; the demo's journeys rely on what they are. */
const fixed: Sketch[] = [
  enterprise("栎屿", "liyu", "光电", "科技有限公司", "350206", "electronics", "medium"),
  enterprise("霁川陶", "jichuantao", "精密机械", "股份有限公司", "350205", "machinery", "large"),
  association("冷链物流行业协会", "logistics", "350203", 0),
];

function enterprise(
  brand: string,
  domain: string,
  trade: string,
  form: string,
  district: District,
  industry: Industry,
  size: PointSize,
): Sketch {
  const shortName = brand + trade;
  const name = `${city.zh}${shortName}${form}`;
  return { name, shortName, domain, district, industry, size, speaksFor: null };
}

function association(shortName: string, speaksFor: Industry | null, district: District, nth: number): Sketch {
  const domain = nth === 0 ? "lenglian-association" : `association-${nth}`;
  const name = city.zh + shortName;
  return { name, shortName, domain, district, industry: "association", size: "association", speaksFor };
}

const syllables = (list: string) =>
  list.split(" ").map((word) => ({ zh: word.charAt(0), en: word.slice(1) }));

/** Brands of two or three syllables, each once; no two share a beginning of two. */
function brands(chance: Random): { zh: string; en: string }[] {
  const heads = syllables(first);
  const tails = syllables(second);
  const pairs = heads.flatMap((head) => tails.map((tail) => ({ head, tail })));
  return chance.shuffle(pairs).map(({ head, tail }) => {
    const middle =
      chance.next() < 0.55 ? chance.pick(tails.filter((each) => each.zh !== tail.zh)) : undefined;
    const parts = middle ? [head, tail, middle] : [head, tail];
    return { zh: parts.map((part) => part.zh).join(""), en: parts.map((part) => part.en).join("") };
  });
}

const keysOf = <K extends string>(weights: Record<K, number>) => Object.keys(weights) as K[];

function enterprises(count: number, chance: Random): Sketch[] {
  const taken = new Set(fixed.map((sketch) => sketch.domain));
  const free = brands(chance).filter(({ en }) => !taken.has(en) && taken.add(en));
  // One ordinary enterprise of every industry in every district, so that each matter finds somebody.
  const sure = keysOf(industryWeights).flatMap((industry) =>
    keysOf(districtWeights).map((district) => ({ industry, district })),
  );
  return free.slice(0, count).map((brand, index) => {
    const { industry, district } = sure[index] ?? {
      industry: chance.weighted(industryWeights),
      district: chance.weighted(districtWeights),
    };
    const trade = chance.pick(trades[industry].split(" "));
    const size = chance.weighted(index < sure.length ? { ...sizeWeights, large: 0 } : sizeWeights);
    const plain = size === "large" ? "股份有限公司" : "有限公司";
    const form = chance.next() < 0.6 ? plain : (forms[industry] ?? plain);
    return enterprise(brand.zh, brand.en, trade, form, district, industry, size);
  });
}

// GB 11714: the ninth character of the organisation's own code, inside the credit code.
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
function organisationCode(serial: number): string {
  const eight = `Y${String(serial).padStart(7, "0")}`;
  const sum = [...eight].reduce((total, c, i) => total + Number.parseInt(c, 36) * (WEIGHTS[i] ?? 0), 0);
  return eight + "0X987654321".charAt(sum % 11);
}

function creditCode(sketch: Sketch, serial: number): string {
  const first17 = (sketch.size === "association" ? "51" : "91") + sketch.district + organisationCode(serial);
  return first17 + checkCharacter(first17);
}

function contactOf(code: string, sketch: Sketch, name: PersonName, chance: Random): SeedPoint["contact"] {
  // 0000 is no area of any network, so the number can't be somebody's.
  const mobile = `${chance.pick(prefixes)}0000${String(chance.whole(0, 9999)).padStart(4, "0")}`;
  const members: CastMember[] = Object.values(cast);
  const member = members.find(({ liaisonPointCode }) => liaisonPointCode === code);
  if (member) return { name: member.name, email: member.email, mobile, locale: member.locale };
  const readsEnglish = sketch.size === "large" && sketch.industry !== "construction" && chance.next() < 0.5;
  const email = `${mailName(name)}@${sketch.domain}.example`;
  return { name, email, mobile, locale: readsEnglish ? "en" : "zh-CN" };
}

/**
 * The 217 liaison points, all invented, in the order of their codes; the first three belong to the cast.
 * Their terms begin two years before `year` and last for four.
 */
export function liaisonPoints(seed: number, year = 2026): SeedPoint[] {
  const chance = random(seed);
  const chambers = associations.map(([name, speaksFor], index) =>
    association(name, speaksFor, chance.weighted(districtWeights), index + 1),
  );
  const others = enterprises(COUNT - fixed.length - chambers.length, chance);
  const deck = names(seed, "contacts");
  const serials = chance.shuffle(Array.from({ length: 9000 }, (_, index) => 100_000 + index * 37));
  return [...fixed, ...chance.shuffle([...chambers, ...others])].map((sketch, index) => {
    const code = `LXD-${String(index + 1).padStart(3, "0")}`;
    const { domain: _, ...known } = sketch;
    const startsOn = chance.pick([`${year - 2}-03-01`, `${year - 2}-06-01`, `${year - 2}-10-01`]);
    return {
      code,
      ...known,
      creditCode: creditCode(sketch, serials[index] ?? index),
      term: { startsOn, endsOn: `${year + 1}-12-31` },
      contact: contactOf(code, sketch, deck[index] ?? { zh: "", en: "" }, chance),
    };
  });
}
