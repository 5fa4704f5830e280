import { publishedYear } from "../../db/published-years.server.ts";
import type { CalendarDay } from "../domain/clock/calendar.ts";
import { readCalendarList } from "../domain/clock/calendar-list.ts";
import { isDay } from "../domain/complaint/field.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { rawIn, textIn } from "./forms.ts";

export type YearAct = "add" | "remove" | "paste" | "package";

/** How a form changes a year; null from the change where it fits no more. */
export type YearChange =
  | {
      ok: true;
      values: Record<string, string>;
      change: (before: CalendarDay[], isLoaded: boolean) => CalendarDay[] | null;
    }
  | { ok: false; values: Record<string, string>; errors: Record<string, string> };

const LONGEST_NAME = 20;

/** Reads what an administrator asks of a year of the calendar. */
export function changeIn(act: YearAct, year: number, form: FormData, words: Words["settings"]): YearChange {
  switch (act) {
    case "add":
      return addition(year, form, words);
    case "remove": {
      const day = textIn(form, "day");
      return {
        ok: true,
        values: {},
        change: (before) =>
          before.some((one) => one.day === day) ? before.filter((one) => one.day !== day) : null,
      };
    }
    case "paste":
      return pasted(year, form, words);
    case "package":
      return { ok: true, values: {}, change: () => publishedYear(year) };
  }
}

function addition(year: number, form: FormData, words: Words["settings"]): YearChange {
  const values = { day: textIn(form, "day"), kind: textIn(form, "kind"), name: textIn(form, "name") };
  const { day, name } = values;
  const errors = {
    ...(isDay(day) && day.startsWith(`${year}-`) ? {} : { day: words.dayFault }),
    ...(name !== "" && name.length <= LONGEST_NAME ? {} : { name: words.nameFault }),
  };
  if (Object.keys(errors).length > 0) return { ok: false, values, errors };
  const kind = values.kind === "makeUpWorkday" ? "makeUpWorkday" : "holiday";
  return {
    ok: true,
    values,
    // A year is loaded as a whole: one day alone would make all its others known.
    change: (before, isLoaded) =>
      isLoaded && !before.some((one) => one.day === day) ? [...before, { day, kind, name }] : null,
  };
}

function pasted(year: number, form: FormData, words: Words["settings"]): YearChange {
  const list = rawIn(form, "list").replaceAll("\r\n", "\n");
  const values = { list };
  const found = readCalendarList(list, year);
  if (!found.ok) return { ok: false, values, errors: { list: words.pasteFaults(found.lines.join(", ")) } };
  if (found.days.length === 0) return { ok: false, values, errors: { list: words.pasteEmpty } };
  return { ok: true, values, change: () => found.days };
}
