import { data, redirect } from "react-router";
import {
  factorsOf,
  hasFactor,
  holderOfHalf,
  type Proof,
  proveByRecovery,
  proveByTotp,
} from "../../domain/people/factor.server.ts";
import { NEW_TRIES_SECONDS } from "../../domain/people/factor.ts";
import { proofOptions, proveByPasskey } from "../../domain/people/passkey.server.ts";
import { actorContext, halfContext, provedContext } from "../../http/context.ts";
import { environment, now } from "../../http/environment.ts";
import { calledIn } from "../../http/factor-page.ts";
import { formOf, pathOr, rawIn, textIn } from "../../http/forms.ts";
import { localeOf, notFound } from "../../http/guards.ts";
import { homeOf } from "../../http/navigation.ts";
import { relyingParty } from "../../http/relying-party.ts";
import { knowBrowser } from "../../http/session.server.ts";
import { triedTooOften } from "../../http/too-many.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { PublicFrame } from "../../ui/public-frame.tsx";
import type { Route } from "./+types/factor.ts";
import { ByApp, ByPasskey, ByRecovery, Elsewhere } from "./factor-parts.tsx";

export const handle = { bare: true };

// /sign-in/factor, and what its forms are sent to: /sign-in/factor/totp, /recovery, /passkey
export async function loader({ context, request, params, url }: Route.LoaderArgs) {
  const half = context.get(halfContext);
  const actor = context.get(actorContext);
  const to = url.searchParams.get("to");
  if (params.way && !isWay(params.way)) notFound();
  if ("personId" in actor) throw redirect(pathOr(to, homeOf(actor.kind)));
  if (!half) throw redirect("/sign-in");
  const holder = holderOfHalf(half);
  const factors = await factorsOf(holder);
  if (!hasFactor(factors)) throw redirect(`/sign-in/enrol${url.search}`);
  const party = relyingParty(request);
  return {
    name: calledIn(half, localeOf(context)),
    hasApp: factors.totpSince !== null,
    hasCodes: factors.codesLeft > 0,
    passkey: party && (await proofOptions(party, holder)),
    search: to ? `?${new URLSearchParams({ to })}` : "",
  };
}

const WAYS = ["totp", "recovery", "passkey"] as const;
type Way = (typeof WAYS)[number];
const isWay = (way: string | undefined): way is Way => WAYS.some((one) => one === way);

export async function action({ context, request, params, url }: Route.ActionArgs) {
  const half = context.get(halfContext);
  const to = url.searchParams.get("to");
  // Pressed twice, it is whole already.
  if (!half) return redirect(pathOr(to, "/"));
  const { way } = params;
  if (!isWay(way)) notFound();
  const came = await judge(request, way, await formOf(request), half);
  if (came !== "proved") {
    const words = wordsOf(localeOf(context)).factor.prove;
    const wrong = { totp: words.wrongCode, recovery: words.wrongRecovery, passkey: words.wrong }[way];
    if (came === "wrong") return data({ way, said: wrong }, 422);
    return triedTooOften(context, NEW_TRIES_SECONDS, { way, said: words.tooOften });
  }
  context.set(provedContext, half);
  const headers = { "Set-Cookie": await knowBrowser(request, half.personId) };
  return redirect(pathOr(to, homeOf(half.role)), { headers });
}

function judge(
  request: Request,
  way: Way,
  form: FormData,
  half: Parameters<typeof holderOfHalf>[0],
): Promise<Proof> {
  const [holder, at, { secret }] = [holderOfHalf(half), now(), environment()];
  if (way === "totp") return proveByTotp(holder, textIn(form, "code"), secret, at);
  if (way === "recovery") return proveByRecovery(holder, textIn(form, "recovery"), secret, at);
  const party = relyingParty(request) ?? notFound();
  return proveByPasskey(party, holder, rawIn(form, "passkey"), at);
}

export default function Factor({ loaderData, actionData }: Route.ComponentProps) {
  const { door, factor } = useWords();
  const words = factor.prove;
  const { name, hasApp, hasCodes, passkey, search } = loaderData;
  const faultOf = (way: Way) => (actionData?.way === way ? actionData.said : undefined);
  return (
    <PublicFrame
      title={words.title}
      lead={words.lead(name)}
      paths={{ home: "/", locale: "/locale" }}
      foot={<Elsewhere />}
    >
      <title>{door.title(words.title)}</title>
      <div className="divide-y divide-hair *:py-5 *:first:pt-0 *:last:pb-0">
        {passkey ? <ByPasskey options={passkey} search={search} fault={faultOf("passkey")} /> : null}
        {hasApp ? <ByApp search={search} fault={faultOf("totp")} /> : null}
        <ByRecovery search={search} fault={faultOf("recovery")} hasCodes={hasCodes} />
      </div>
    </PublicFrame>
  );
}
