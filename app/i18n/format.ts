import { wordsOf } from "./dictionaries.ts";
import type { Locale } from "./words.ts";

const timeZone = "Asia/Shanghai";
const languageTag: Record<Locale, string> = { "zh-CN": "zh-CN", en: "en-GB" };

/** A calendar day, "2026-11-22". */
type Day = string;
type Instant = Date | string;

export interface Format {
  /** "11月25日", "25 Nov"; with the year when it is not this year's. */
  day(day: Day): string;
  /** The day with its weekday: "11月25日周三", "Wed 25 Nov". */
  weekday(day: Day): string;
  /** A day by which something is due: as `day`, marked 暂算 where the days off of its year aren't known. */
  due(day: Day): string;
  /** Whether the days off of a day's year aren't known, so that what is due on it may still move. */
  isProvisional(day: Day): boolean;
  /** "11月20日 16:12", "20 Nov 16:12", in the office's time zone. */
  instant(at: Instant): string;
  /** "16:12", in the office's time zone. */
  time(at: Instant): string;
  /** "1月", "Jan"; months count from 1. */
  month(month: number): string;
  /** Digits grouped: 12,345. */
  number(value: number): string;
  /** A ratio with at most one decimal: 0.838 is "83.8%". */
  percent(ratio: number): string;
  /** The size of a file: 1258291 is "1.2 MB", and nothing is less than 1 kB. */
  bytes(count: number): string;
}

type PlainFormat = Omit<Format, "due" | "isProvisional">;

const known = new Map<string, Format>();

/**
 * The formats of one language. `today` decides whether a date shows its year; without it, it does. `years` are
 * those whose days off are known, all when it isn't said.
 */
export function formatFor(locale: Locale, today?: Day, years?: readonly number[]): Format {
  const year = today?.slice(0, 4) ?? "";
  const key = `${locale} ${year} ${years?.join() ?? ""}`;
  const format = known.get(key) ?? withDue(makeFormat(languageTag[locale], year), locale, years);
  known.set(key, format);
  return format;
}

function withDue(format: PlainFormat, locale: Locale, years?: readonly number[]): Format {
  const isProvisional = (day: Day) => years !== undefined && !years.includes(Number(day.slice(0, 4)));
  const { provisionalDay } = wordsOf(locale).clock;
  return {
    ...format,
    isProvisional,
    due: (day) => (isProvisional(day) ? provisionalDay(format.day(day)) : format.day(day)),
  };
}

function makeFormat(tag: string, thisYear: string): PlainFormat {
  const dayFormat = (more: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, {
      day: "numeric",
      month: tag === "zh-CN" ? "long" : "short",
      timeZone,
      ...more,
    });
  const short = dayFormat({});
  const long = dayFormat({ year: "numeric" });
  const shortWeekday = dayFormat({ weekday: "short" });
  const longWeekday = dayFormat({ weekday: "short", year: "numeric" });
  const isoDay = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const clock = new Intl.DateTimeFormat(tag, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const monthFormat = new Intl.DateTimeFormat(tag, { month: "short", timeZone: "UTC" });
  const whole = new Intl.NumberFormat(tag);
  const ratio = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });

  const isThisYear = (day: Day) => day.startsWith(`${thisYear}-`);
  const day = (value: Day) => (isThisYear(value) ? short : long).format(noon(value));
  const time = (at: Instant) => clock.format(new Date(at));
  return {
    day,
    weekday: (value) => (isThisYear(value) ? shortWeekday : longWeekday).format(noon(value)),
    instant: (at) => `${day(isoDay.format(new Date(at)))} ${time(at)}`,
    time,
    month: (month) => monthFormat.format(Date.UTC(2001, month - 1, 15)),
    number: (value) => whole.format(value),
    percent: (value) => ratio.format(value),
    bytes: (count) => formatBytes(tag, count),
  };
}

function noon(day: Day): Date {
  return new Date(`${day}T12:00:00+08:00`);
}

function formatBytes(tag: string, count: number): string {
  const isSmall = count < 1_000_000;
  const value = isSmall ? Math.max(1, count / 1024) : count / 1024 / 1024;
  const unit = isSmall ? "kilobyte" : "megabyte";
  const maximumFractionDigits = isSmall ? 0 : 1;
  return new Intl.NumberFormat(tag, { style: "unit", unit, maximumFractionDigits }).format(value);
}
