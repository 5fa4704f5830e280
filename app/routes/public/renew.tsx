import { data, redirect } from "react-router";
import { type Renewed, renewPassword } from "../../domain/people/renew.server.ts";
import { now } from "../../http/environment.ts";
import { pathOr, rawIn, textIn } from "../../http/forms.ts";
import { localeOf, notFound } from "../../http/guards.ts";
import { homeOf } from "../../http/navigation.ts";
import { newPasswordIn, passwordAsked, passwordErrors } from "../../http/password-form.ts";
import { callerOf, entryCookies } from "../../http/session.server.ts";
import { smallForm } from "../../http/small-form.ts";
import { triedTooOften } from "../../http/too-many.ts";
import { type Words, wordsOf } from "../../i18n/dictionaries.ts";
import type { FormErrors } from "../../ui/form-scope.tsx";
import type { Route } from "./+types/renew.ts";
import { Renewal } from "./renewal.tsx";

export const handle = { bare: true };

export function loader({ url }: Route.LoaderArgs) {
  if (!passwordAsked().isStrict) notFound();
  return { to: pathOr(url.searchParams.get("to"), "/"), asked: passwordAsked() };
}

interface Said {
  errors: FormErrors;
  refusal?: string;
}

function saidOf(refused: Exclude<Renewed, { ok: true }>, words: Words): Said {
  if (refused.why === "fault") return { errors: passwordErrors(refused.fault, words) };
  if (refused.why === "wrong") return { errors: {}, refusal: words.door.signIn.wrong };
  return { errors: {}, refusal: words.entrance.slowed(refused.minutes) };
}

export async function action({ request, context, url }: Route.ActionArgs) {
  if (!passwordAsked().isStrict) notFound();
  const form = await smallForm(request);
  const email = textIn(form, "email");
  const knock = { email, password: rawIn(form, "current"), ...callerOf(request) };
  const renewed = await renewPassword(knock, newPasswordIn(form), now());
  if (renewed.ok) {
    const to = url.searchParams.get("to");
    return redirect(pathOr(to === "/" ? null : to, homeOf(renewed.role)), {
      headers: await entryCookies(context, renewed),
    });
  }
  const said = { email, ...saidOf(renewed, wordsOf(localeOf(context))) };
  if (renewed.why !== "tooOften") return data(said, 422);
  return triedTooOften(context, renewed.minutes * 60, said);
}

export default function Renew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Renewal
      {...loaderData}
      email={actionData?.email}
      errors={actionData?.errors}
      refusal={actionData?.refusal}
    />
  );
}
