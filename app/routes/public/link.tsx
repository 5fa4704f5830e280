import { data, redirect } from "react-router";
import { factsAtDoor, faultOfNew } from "../../domain/people/new-password.server.ts";
import { holderOf, type LinkGiven, redeemLink } from "../../domain/people/reset.server.ts";
import { environment, now } from "../../http/environment.ts";
import { localeOf } from "../../http/guards.ts";
import { homeOf } from "../../http/navigation.ts";
import { newPasswordIn, passwordAsked, passwordErrors } from "../../http/password-form.ts";
import { placeOf } from "../../http/place.ts";
import { callerOf, entryCookies } from "../../http/session.server.ts";
import { smallForm } from "../../http/small-form.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { NewPassword } from "../../ui/new-password.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import type { Route } from "./+types/link.ts";

export const handle = { bare: true };

function givenIn(pattern: string, token: string): LinkGiven {
  const purpose = placeOf(pattern).startsWith("/invitation/") ? "invitation" : "passwordReset";
  return { applicationSecret: environment().secret, token, purpose };
}

export async function loader({ pattern, params, context }: Route.LoaderArgs) {
  const given = givenIn(pattern, params.token);
  const holder = await holderOf(given, now());
  const name = localeOf(context) === "en" ? (holder?.nameEn ?? holder?.name) : holder?.name;
  return data(
    { isInvitation: given.purpose === "invitation", name: name ?? null, asked: passwordAsked() },
    holder ? 200 : 410,
  );
}

export async function action({ request, pattern, params, context }: Route.ActionArgs) {
  const typed = newPasswordIn(await smallForm(request));
  const given = givenIn(pattern, params.token);
  const holder = await holderOf(given, now());
  const fault = holder && (await faultOfNew(typed, await factsAtDoor(holder.personId)));
  if (fault) return data({ errors: passwordErrors(fault, wordsOf(localeOf(context))) }, 422);
  const { device, deviceToken } = callerOf(request);
  const entry = await redeemLink(given, typed.next, device, now(), deviceToken);
  if (!entry) return data({ errors: {} }, 410);
  return redirect(homeOf(entry.role), { headers: await entryCookies(context, entry) });
}

export default function Link({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().door;
  const { isInvitation, name, asked } = loaderData;
  const title = isInvitation ? words.link.invitation : words.link.reset;
  const paths = { home: "/", locale: "/locale" };
  if (name === null)
    return (
      <PublicFrame title={words.link.deadTitle} lead={words.link.dead} paths={paths}>
        <title>{words.title(words.link.deadTitle)}</title>
        <ButtonLink to="/forgot">{words.link.again}</ButtonLink>
      </PublicFrame>
    );
  return (
    <PublicFrame title={title} lead={words.link.lead(name)} paths={paths}>
      <title>{words.title(title)}</title>
      <ActForm errors={actionData?.errors} submit={words.link.submit}>
        <NewPassword {...asked} />
      </ActForm>
    </PublicFrame>
  );
}
