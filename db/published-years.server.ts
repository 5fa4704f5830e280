import { createRequire } from "node:module";

/** A day on which the State Council's calendar departs from Monday to Friday. */
export interface PublishedDay {
  day: string;
  kind: "holiday" | "makeUpWorkday";
  name: string;
}

interface YearFile {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

const load = createRequire(import.meta.url);

/**
 * A year of the State Council's calendar as the package `chinese-days` has it, with Chinese names ("国庆节"); null
 * when it doesn't have the year yet. Its year files and not its functions: those call 1 January of a year that they
 * have no data for a working day, and answer for the day before on a machine west of Greenwich.
 */
export function publishedYear(year: number): PublishedDay[] | null {
  if (!Number.isInteger(year)) return null;
  const file = yearFile(year);
  return file && [...daysOf(file.holidays, "holiday"), ...daysOf(file.workdays, "makeUpWorkday")].sort(byDay);
}

function yearFile(year: number): YearFile | null {
  try {
    return load(`chinese-days/dist/years/${year}.json`) as YearFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const byDay = (a: PublishedDay, b: PublishedDay) => (a.day < b.day ? -1 : 1);

// An entry reads "National Day,国庆节,3".
const daysOf = (entries: Record<string, string>, kind: PublishedDay["kind"]): PublishedDay[] =>
  Object.entries(entries).map(([day, entry]) => ({ day, kind, name: entry.split(",")[1] ?? entry }));
