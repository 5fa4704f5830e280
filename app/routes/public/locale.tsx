import { redirect } from "react-router";
import { chooseLocale } from "../../domain/people/account.server.ts";
import { actorContext } from "../../http/context.ts";
import { cookieHeader } from "../../http/cookies.ts";
import { formOf, pathOr, textIn } from "../../http/forms.ts";
import { isLocale } from "../../i18n/words.ts";
import type { Route } from "./+types/locale.ts";

export const loader = () => redirect("/");

export async function action({ request, context }: Route.ActionArgs) {
  const form = await formOf(request);
  const locale = textIn(form, "locale");
  const to = pathOr(textIn(form, "returnTo"), "/");
  if (!isLocale(locale)) return redirect(to);
  const actor = context.get(actorContext);
  if ("personId" in actor) await chooseLocale(actor, locale);
  return redirect(to, { headers: { "Set-Cookie": cookieHeader("locale", locale, 365 * 86_400) } });
}
