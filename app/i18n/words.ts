import { LOCALES, type Locale } from "../../db/vocabulary.ts";

export { LOCALES, type Locale };

/** True for a value that names one of our languages, for instance out of a form. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The shape of a dictionary: its words may differ, its keys and its functions' arguments may not. */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Widen<T[Key]> };
