import { data, redirect, useActionData } from "react-router";
import { MAILINGS } from "../../../db/vocabulary.ts";
import {
  type Changed,
  changePassword,
  chooseLocale,
  chooseMailing,
  mailOfPerson,
} from "../../domain/people/account.server.ts";
import { browserIn, devicesOf } from "../../domain/people/device.server.ts";
import { factorsOf, holderOf } from "../../domain/people/factor.server.ts";
import {
  endOtherSessions,
  endSession,
  mustHaveFactor,
  sessionsOf,
} from "../../domain/people/session.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, rawIn, textIn } from "../../http/forms.ts";
import { provedForm } from "../../http/fresh.ts";
import { notFound, signedIn } from "../../http/guards.ts";
import {
  newPasswordIn,
  type PasswordAsked,
  passwordAsked,
  passwordErrors,
} from "../../http/password-form.ts";
import { callerOf } from "../../http/session.server.ts";
import { triedTooOften } from "../../http/too-many.ts";
import { type Words, wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { isLocale } from "../../i18n/words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Card } from "../../ui/card.tsx";
import type { FormErrors } from "../../ui/form-scope.tsx";
import { NewPassword } from "../../ui/new-password.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import type { Route } from "./+types/account.ts";
import { KnownDevices } from "./known-devices.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { MailChoice } from "./mail-choice.tsx";
import { SecondStep } from "./second-step.tsx";
import { Sessions } from "./sessions.tsx";

const acts = ["language", "mailing", "session", "other-sessions", "password"];

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const actor = signedIn(context);
  // Each form has its own address to be sent to; looked at, they are all the one page.
  if (params.act && !acts.includes(params.act)) notFound();
  const [{ email, mailing }, sessions, devices, factors] = await Promise.all([
    mailOfPerson(actor),
    sessionsOf(actor, now()),
    devicesOf(actor, now()),
    factorsOf(holderOf(actor)),
  ]);
  const deviceId = browserIn(callerOf(request).deviceToken).id;
  const said = (["changed", "saved"] as const).find((one) => url.searchParams.has(one)) ?? null;
  return {
    ...{ email, mailing, said, asked: passwordAsked() },
    ...{ sessions, sessionId: actor.sessionId, devices, deviceId },
    ...{ factors, mustHave: mustHaveFactor(actor.kind) },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = signedIn(context);
  const isEnding = params.act === "session" || params.act === "other-sessions";
  const form = isEnding ? await provedForm({ context, request }, "endSession") : await formOf(request);
  if (params.act === "language") {
    const locale = textIn(form, "language");
    if (isLocale(locale)) await chooseLocale(actor, locale);
    return redirect("/account?saved");
  }
  if (params.act === "mailing") {
    const mailing = MAILINGS.find((one) => one === textIn(form, "mailing"));
    if (mailing) await chooseMailing(actor, mailing);
    return redirect("/account?saved");
  }
  if (params.act === "session") {
    await endSession(actor, textIn(form, "id"));
    return redirect("/account");
  }
  if (params.act === "other-sessions") {
    await endOtherSessions(actor);
    return redirect("/account");
  }
  if (params.act !== "password") notFound();
  const words = wordsOf(actor.locale);
  const { deviceToken } = callerOf(request);
  const changed = await changePassword(
    actor,
    rawIn(form, "current"),
    newPasswordIn(form),
    now(),
    deviceToken,
  );
  if (changed.ok) return redirect("/account?changed");
  const errors = errorsOf(changed, words);
  return changed.why === "tooOften"
    ? triedTooOften(context, changed.minutes * 60, { errors })
    : data({ errors }, 422);
}

function errorsOf(refused: Exclude<Changed, { ok: true }>, words: Words): FormErrors {
  if (refused.why === "fault") return passwordErrors(refused.fault, words);
  if (refused.why === "wrong") return { current: words.door.password.wrong };
  return { current: words.entrance.presentSlowed(refused.minutes) };
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const { door } = useWords();
  const words = door.account;
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead title={words.title} lead={words.lead(loaderData.email)} />
      {loaderData.said ? (
        <NoticeBanner tone="success">
          {loaderData.said === "saved" ? words.saved : words.passwordSaved}
        </NoticeBanner>
      ) : null}
      <div className="grid max-w-3xl gap-4">
        <LanguageChoice />
        <MailChoice mailing={loaderData.mailing} />
        <Password asked={loaderData.asked} />
        <SecondStep factors={loaderData.factors} mustHave={loaderData.mustHave} />
        <Sessions sessions={loaderData.sessions} current={loaderData.sessionId} />
        <KnownDevices devices={loaderData.devices} current={loaderData.deviceId} />
      </div>
    </>
  );
}

function Password({ asked }: { asked: PasswordAsked }) {
  const { door } = useWords();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <Card title={door.account.changePassword}>
      <p className="mb-3 text-soft">{door.account.passwordLead}</p>
      <ActForm action="/account/password" errors={errors} submit={door.account.savePassword}>
        <PasswordField
          name="current"
          label={door.password.current}
          autoComplete="current-password"
          required
        />
        <NewPassword {...asked} />
      </ActForm>
    </Card>
  );
}
