import type { Locale } from "../../db/vocabulary.ts";
import type { Actor } from "../domain/access/actor.ts";
import type { HalfSession } from "../domain/people/session.server.ts";
import { isLocale } from "../i18n/words.ts";
import { cookieIn } from "./cookies.ts";

/** The reader's choice, else the browser's, else Chinese. */
export function localeFor(request: Request, actor: Actor | HalfSession): Locale {
  if ("locale" in actor) return actor.locale;
  const chosen = cookieIn(request, "locale");
  if (isLocale(chosen)) return chosen;
  const asked = (request.headers.get("Accept-Language") ?? "").match(/\b(zh|en)\b/i);
  return asked?.[1]?.toLowerCase() === "en" ? "en" : "zh-CN";
}
