import { data, type RouterContextProvider } from "react-router";
import type { Locale } from "../../db/vocabulary.ts";
import { wordsOf } from "../i18n/dictionaries.ts";
import { formatFor } from "../i18n/format.ts";
import { retryContext } from "./context.ts";

const MINUTE = 60;

/** The answer to whoever asked too often: a sentence, which a page sets in its frame and a script can show. */
export function tooMany(request: Request, locale: Locale, seconds: number): Response {
  const { inSeconds, inMinutes } = wordsOf(locale).limits.tooMany;
  const { number } = formatFor(locale);
  const text =
    seconds < 2 * MINUTE ? inSeconds(number(seconds)) : inMinutes(number(Math.ceil(seconds / MINUTE)));
  const headers = { "Retry-After": String(seconds) };
  const isScript = request.headers.get("Accept")?.startsWith("application/json") ?? false;
  if (isScript) return Response.json({ error: text }, { status: 429, headers });
  return new Response(text, {
    status: 429,
    headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" },
  });
}

/**
 * Answers a form that was tried too often with the page that says so, and when to come back. The header is put on at the
 * end (`finish`): what an action gives to its page as headers the framework keeps to itself.
 */
export function triedTooOften<T>(context: Readonly<RouterContextProvider>, seconds: number, told: T) {
  context.set(retryContext, seconds);
  return data(told, 429);
}
