import { data, redirect } from "react-router";
import { addTotp, removePasskey, removeTotp, renewCodes } from "../../domain/people/enrol.server.ts";
import { factorsOf, hasFactor, holderOf } from "../../domain/people/factor.server.ts";
import { type Added, addPasskey, passkeyOptions } from "../../domain/people/passkey.server.ts";
import { environment, now } from "../../http/environment.ts";
import { faultsOf, offerFor } from "../../http/factor-page.ts";
import { isId, rawIn, textIn } from "../../http/forms.ts";
import { provedForm } from "../../http/fresh.ts";
import { localeOf, notFound, signedIn } from "../../http/guards.ts";
import { relyingParty } from "../../http/relying-party.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { RecoveryCodes } from "../../ui/recovery-codes.tsx";
import { TotpForm } from "../../ui/totp-form.tsx";
import type { Route } from "./+types/factor.ts";
import { Codes, NewPasskey, Passkeys } from "./factor-parts.tsx";

const HERE = "/account/factor";
const ACTS = ["totp", "passkey", "codes", "remove-passkey", "remove-totp"] as const;
const isAct = (act: string | undefined): act is (typeof ACTS)[number] => ACTS.some((one) => one === act);

export async function loader({ context, request, params, url }: Route.LoaderArgs) {
  const actor = signedIn(context);
  if (params.act && !isAct(params.act)) notFound();
  const [holder, party] = [holderOf(actor), relyingParty(request)];
  const factors = await factorsOf(holder);
  return {
    ...factors,
    hasAny: hasFactor(factors),
    app: offerFor(holder, actor.name),
    newPasskey: party && (await passkeyOptions(party, holder, actor.name)),
    isChanged: url.searchParams.has("changed"),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = signedIn(context);
  const { act } = params;
  if (!isAct(act)) notFound();
  const form = await provedForm({ context, request }, "changeFactor");
  const [holder, at, { secret }] = [holderOf(actor), now(), environment()];
  if (act === "codes") {
    const codes = await renewCodes(secret, holder, at);
    return codes ? data({ codes }) : redirect(HERE);
  }
  if (act === "remove-passkey" || act === "remove-totp") {
    const id = textIn(form, "id");
    if (act === "remove-passkey" && !isId(id)) notFound();
    const done = act === "remove-totp" ? await removeTotp(holder, at) : await removePasskey(holder, id, at);
    return done === "removed" ? redirect(`${HERE}?changed`) : data({ act, lastOne: true as const }, 409);
  }
  const added: Added =
    act === "totp"
      ? await addTotp(secret, holder, { sealed: textIn(form, "sealed"), typed: textIn(form, "code") }, at)
      : await addPasskey(
          relyingParty(request) ?? notFound(),
          holder,
          { response: rawIn(form, "passkey"), name: textIn(form, "name") },
          at,
        );
  if (typeof added !== "string")
    return added.codes ? data({ codes: added.codes }) : redirect(`${HERE}?changed`);
  const errors = faultsOf(wordsOf(localeOf(context)).factor.enrol, added);
  const app = act === "totp" ? offerFor(holder, actor.name, textIn(form, "sealed")) : null;
  return data({ act, errors, app }, 422);
}

export default function FactorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { door, factor } = useWords();
  const words = factor.account;
  const codes = actionData && "codes" in actionData ? actionData.codes : null;
  const isLastOne = actionData && "lastOne" in actionData;
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <p className="no-print mb-4">
        <TextLink to="/account">{words.back}</TextLink>
      </p>
      <div className="max-w-3xl">
        {loaderData.isChanged ? <NoticeBanner tone="success">{words.changed}</NoticeBanner> : null}
        <ErrorSummary refusal={isLastOne ? words.lastOne : undefined} />
        {codes ? (
          <Card title={factor.codes}>
            <RecoveryCodes codes={codes} next={`${HERE}?changed`} />
          </Card>
        ) : (
          <Settings loaded={loaderData} failed={actionData && "errors" in actionData ? actionData : null} />
        )}
      </div>
    </>
  );
}

type Loaded = Route.ComponentProps["loaderData"];
type Failed = Extract<Route.ComponentProps["actionData"], { errors: unknown }>;

function Settings({ loaded, failed }: { loaded: Loaded; failed: Failed | null }) {
  const { factor } = useWords();
  const format = useFormat();
  const { account: words, enrol } = factor;
  const { passkeys, totpSince, codesLeft, hasAny } = loaded;
  return (
    <div className="grid gap-4">
      <Card title={words.passkeys}>
        <div className="space-y-5">
          <Passkeys passkeys={passkeys} />
          <NewPasskey
            key={passkeys.length}
            action={`${HERE}/passkey`}
            options={loaded.newPasskey}
            fault={failed?.act === "passkey" ? failed.errors.name : undefined}
          />
        </div>
      </Card>
      <Card title={words.app}>
        <p className="mb-3">{totpSince ? words.appSince(format.instant(totpSince)) : words.noApp}</p>
        {totpSince ? (
          <ActForm action={`${HERE}/remove-totp`} submit={words.removeApp} tone="danger" className="mb-4" />
        ) : null}
        <details open={!totpSince || failed?.act === "totp"}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue desk:min-h-9">
            {totpSince ? words.replaceApp : enrol.addApp}
          </summary>
          <div className="mt-2">
            <TotpForm
              action={`${HERE}/totp`}
              offer={failed?.app ?? loaded.app}
              errors={failed?.act === "totp" ? { code: failed.errors.code } : undefined}
              submit={totpSince ? enrol.replaceApp : enrol.addApp}
            />
          </div>
        </details>
      </Card>
      <Codes codesLeft={codesLeft} hasAny={hasAny} />
    </div>
  );
}
