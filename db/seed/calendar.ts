import of2024 from "chinese-days/dist/years/2024.json" with { type: "json" };
import of2025 from "chinese-days/dist/years/2025.json" with { type: "json" };
import of2026 from "chinese-days/dist/years/2026.json" with { type: "json" };

// The package's year files and not its functions: those call 1 January of a year that they have no data
// for a working day, and answer for the day before on a machine west of Greenwich.
const YEARS = { 2024: of2024, 2025: of2025, 2026: of2026 };

interface SeedDay {
  day: string;
  kind: "holiday" | "makeUpWorkday";
  name: string;
}

/** The State Council's calendar for the years that have been published, with Chinese names ("国庆节"). */
export function chineseCalendar(): { years: number[]; days: SeedDay[] } {
  const days = Object.values(YEARS).flatMap((year) => [
    ...daysOf(year.holidays, "holiday"),
    ...daysOf(year.workdays, "makeUpWorkday"),
  ]);
  return { years: Object.keys(YEARS).map(Number), days: days.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

// An entry reads "National Day,国庆节,3".
function daysOf(entries: Record<string, string>, kind: SeedDay["kind"]): SeedDay[] {
  return Object.entries(entries).map(([day, entry]) => ({ day, kind, name: entry.split(",")[1] ?? entry }));
}
