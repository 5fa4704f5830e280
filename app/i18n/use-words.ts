import { createContext, createElement, type ReactNode, useContext, useMemo } from "react";
import { type Words, wordsOf } from "./dictionaries.ts";
import { type Format, formatFor } from "./format.ts";
import { isLocale, type Locale } from "./words.ts";

interface Language {
  locale: Locale;
  words: Words;
  format: Format;
}

const LanguageContext = createContext<Language | null>(null);

const AskedIn = createContext<Locale>("zh-CN");

/** On the server: the language of the answer, for a page whose data were never loaded. */
export const AskedInProvider = AskedIn.Provider;

/** The language of a page without data: the one that the server found, which in the browser the page itself tells. */
export function useAskedLocale(): Locale {
  const asked = useContext(AskedIn);
  if (typeof document === "undefined") return asked;
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : asked;
}

interface WordsProviderProps {
  locale: Locale;
  /** The day at the server, "2026-11-22": dates of this year are shown without their year. */
  today?: string;
  /** The years whose days off are known: dates of others are provisional. */
  years?: readonly number[];
  children?: ReactNode;
}

/** Gives every component below it the words and the formats of one language. */
export function WordsProvider({ locale, today, years, children }: WordsProviderProps) {
  const language = useMemo(
    () => ({ locale, words: wordsOf(locale), format: formatFor(locale, today, years) }),
    [locale, today, years],
  );
  return createElement(LanguageContext.Provider, { value: language }, children);
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error("A component that shows words stands outside WordsProvider.");
  return language;
}

/** The whole dictionary in the reader's language. */
export function useWords(): Words {
  return useLanguage().words;
}

/** The reader's language. */
export function useLocale(): Locale {
  return useLanguage().locale;
}

/** Dates, numbers and sizes as the reader writes them. */
export function useFormat(): Format {
  return useLanguage().format;
}
