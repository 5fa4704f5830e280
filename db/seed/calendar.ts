import { type PublishedDay, publishedYear } from "../published-years.server.ts";

const YEARS = [2024, 2025, 2026];

/** The State Council's calendar for the years that had been published when the demo city was made. */
export const chineseCalendar = (): { years: number[]; days: PublishedDay[] } => ({
  years: YEARS,
  days: YEARS.flatMap((year) => publishedYear(year) ?? []),
});
