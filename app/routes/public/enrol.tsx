import { data, redirect } from "react-router";
import { addTotp } from "../../domain/people/enrol.server.ts";
import { factorsOf, type Holder, hasFactor } from "../../domain/people/factor.server.ts";
import { type Added, addPasskey, passkeyOptions } from "../../domain/people/passkey.server.ts";
import { halfContext, provedContext } from "../../http/context.ts";
import { environment, now } from "../../http/environment.ts";
import { calledIn, faultsOf, holderIn, offerFor } from "../../http/factor-page.ts";
import { formOf, pathOr, rawIn, textIn } from "../../http/forms.ts";
import { localeOf, notFound } from "../../http/guards.ts";
import { homeOf } from "../../http/navigation.ts";
import { relyingParty } from "../../http/relying-party.ts";
import { knowBrowser } from "../../http/session.server.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { RecoveryCodes } from "../../ui/recovery-codes.tsx";
import { TotpForm } from "../../ui/totp-form.tsx";
import { NewPasskey } from "../person/factor-parts.tsx";
import type { Route } from "./+types/enrol.ts";
import { Elsewhere } from "./factor-parts.tsx";

export const handle = { bare: true };

const WAYS = ["totp", "passkey"];

// /sign-in/enrol, and what its forms are sent to: /sign-in/enrol/totp, /passkey
export async function loader({ context, request, params, url }: Route.LoaderArgs) {
  const half = context.get(halfContext);
  const holder = holderIn(context);
  if (params.way && !WAYS.includes(params.way)) notFound();
  if (!holder) throw redirect("/sign-in");
  const to = pathOr(url.searchParams.get("to"), homeOf(holder.role));
  const search = `?${new URLSearchParams({ to })}`;
  // After its first factor a session is whole, and the page has the recovery codes to show: at once, without scripts.
  if (!half || context.get(provedContext)) return { to, search, offered: null };
  if (hasFactor(await factorsOf(holder))) throw redirect(`/sign-in/factor${search}`);
  const party = relyingParty(request);
  const name = calledIn(half, localeOf(context));
  const offered = {
    name,
    app: offerFor(holder, name),
    passkey: party && (await passkeyOptions(party, holder, name)),
  };
  return { to, search, offered };
}

export async function action({ context, request, params, url }: Route.ActionArgs) {
  const half = context.get(halfContext);
  const holder = holderIn(context);
  if (!holder || !half) return redirect(pathOr(url.searchParams.get("to"), "/"));
  const { way } = params;
  if (!way || !WAYS.includes(way)) notFound();
  const form = await formOf(request);
  const added = await add(request, way, form, holder);
  if (typeof added !== "string") {
    context.set(provedContext, half);
    const headers = { "Set-Cookie": await knowBrowser(request, holder.personId) };
    return data({ codes: added.codes }, { headers });
  }
  const { factor } = wordsOf(localeOf(context));
  const errors = faultsOf(factor.enrol, added);
  const app =
    way === "totp" ? offerFor(holder, calledIn(half, localeOf(context)), textIn(form, "sealed")) : null;
  return data({ way, errors, app }, 422);
}

async function add(request: Request, way: string, form: FormData, holder: Holder): Promise<Added> {
  if (way === "totp") {
    const given = { sealed: textIn(form, "sealed"), typed: textIn(form, "code") };
    return addTotp(environment().secret, holder, given, now());
  }
  const party = relyingParty(request) ?? notFound();
  const given = { response: rawIn(form, "passkey"), name: textIn(form, "name") };
  return addPasskey(party, holder, given, now());
}

export default function Enrol({ loaderData, actionData }: Route.ComponentProps) {
  const { door, factor } = useWords();
  const words = factor.enrol;
  const { to, search, offered } = loaderData;
  const codes = actionData && "codes" in actionData ? actionData.codes : null;
  const failed = actionData && "errors" in actionData ? actionData : null;
  const paths = { home: "/", locale: "/locale" };
  if (codes || !offered)
    return (
      <PublicFrame title={words.doneTitle} lead={words.done} paths={paths} wide>
        <title>{door.title(words.doneTitle)}</title>
        {codes ? <RecoveryCodes codes={codes} next={to} /> : <ButtonLink to={to}>{words.go}</ButtonLink>}
      </PublicFrame>
    );
  return (
    <PublicFrame title={words.title} lead={words.lead(offered.name)} paths={paths} foot={<Elsewhere />} wide>
      <title>{door.title(words.title)}</title>
      <div className="divide-y divide-hair *:py-5 *:first:pt-0 *:last:pb-0">
        <section>
          <h2 className="mb-2 text-lead font-semibold">{words.passkeyTitle}</h2>
          <NewPasskey
            action={`/sign-in/enrol/passkey${search}`}
            options={offered.passkey}
            fault={failed?.way === "passkey" ? failed.errors.name : undefined}
          />
        </section>
        <section>
          <h2 className="mb-2 text-lead font-semibold">{words.appTitle}</h2>
          <TotpForm
            action={`/sign-in/enrol/totp${search}`}
            offer={failed?.app ?? offered.app}
            errors={failed?.way === "totp" ? { code: failed.errors.code } : undefined}
            submit={words.addApp}
          />
        </section>
      </div>
    </PublicFrame>
  );
}
