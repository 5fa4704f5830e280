import { data, Form, redirect, useActionData } from "react-router";
import { MAILINGS } from "../../../db/vocabulary.ts";
import {
  changePassword,
  chooseLocale,
  chooseMailing,
  mailOfPerson,
} from "../../domain/people/account.server.ts";
import { endSession, sessionsOf } from "../../domain/people/session.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, rawIn, textIn } from "../../http/forms.ts";
import { notFound, signedIn } from "../../http/guards.ts";
import { leastCharacters, newPasswordIn } from "../../http/password-form.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { isLocale, LOCALES } from "../../i18n/words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { NewPassword } from "../../ui/new-password.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Route } from "./+types/account.ts";
import { MailChoice } from "./mail-choice.tsx";

const acts = ["language", "mailing", "session", "password"];

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const actor = signedIn(context);
  // Each form has its own address to be sent to; looked at, they are all the one page.
  if (params.act && !acts.includes(params.act)) notFound();
  const [{ email, mailing }, sessions] = await Promise.all([mailOfPerson(actor), sessionsOf(actor, now())]);
  const isChanged = url.searchParams.has("changed");
  return { email, mailing, sessions, sessionId: actor.sessionId, isChanged, least: leastCharacters };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = signedIn(context);
  const form = await formOf(request);
  if (params.act === "language") {
    const locale = textIn(form, "language");
    if (isLocale(locale)) await chooseLocale(actor, locale);
    return redirect("/account");
  }
  if (params.act === "mailing") {
    const mailing = MAILINGS.find((one) => one === textIn(form, "mailing"));
    if (mailing) await chooseMailing(actor, mailing);
    return redirect("/account");
  }
  if (params.act === "session") {
    await endSession(actor, textIn(form, "id"));
    return redirect("/account");
  }
  if (params.act !== "password") notFound();
  const words = wordsOf(actor.locale);
  const { password, isWrong, errors } = newPasswordIn(form, words);
  if (isWrong) return data({ errors }, 422);
  if (await changePassword(actor, rawIn(form, "current"), password, now()))
    return redirect("/account?changed");
  return data({ errors: { ...errors, current: words.door.password.wrong } }, 422);
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const { door } = useWords();
  const words = door.account;
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead title={words.title} lead={words.lead(loaderData.email)} />
      {loaderData.isChanged ? <NoticeBanner tone="success">{words.passwordSaved}</NoticeBanner> : null}
      <div className="grid max-w-3xl gap-4">
        <Language />
        <MailChoice mailing={loaderData.mailing} />
        <Password least={loaderData.least} />
        <Sessions sessions={loaderData.sessions} current={loaderData.sessionId} />
      </div>
    </>
  );
}

function Language() {
  const { door } = useWords();
  const locale = useLocale();
  const options = LOCALES.map((value) => ({ value, label: door.admin.languages[value] }));
  return (
    <Card title={door.account.language}>
      <ActForm action="/account/language" values={{ language: locale }} submit={door.account.saveLanguage}>
        <ChoiceField name="language" label={door.account.language} options={options} labelHidden required />
      </ActForm>
    </Card>
  );
}

function Password({ least }: { least: number }) {
  const { door } = useWords();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <Card title={door.account.changePassword}>
      <p className="mb-3 text-soft">{door.account.passwordLead}</p>
      <ActForm action="/account/password" errors={errors} submit={door.account.savePassword}>
        <TextField
          name="current"
          type="password"
          label={door.password.current}
          autoComplete="current-password"
          required
        />
        <NewPassword words={door.password} least={least} />
      </ActForm>
    </Card>
  );
}

type Session = Route.ComponentProps["loaderData"]["sessions"][number];

function Sessions({ sessions, current }: { sessions: Session[]; current: string }) {
  const { account: words } = useWords().door;
  const format = useFormat();
  return (
    <Card title={words.sessions} flush>
      <ul className="divide-y divide-hair">
        {sessions.map((session) => {
          const name = session.device || words.unknownDevice;
          return (
            <li key={session.id} className="flex items-center justify-between gap-4 px-4 py-3">
              <div className="min-w-0">
                <p className="font-semibold">{name}</p>
                <p className="text-small text-soft">
                  {words.used(format.instant(session.lastSeenAt), format.instant(session.createdAt))}
                </p>
              </div>
              {session.id === current ? (
                <StatusChip label={words.thisDevice} tone="green" />
              ) : (
                <Form method="post" action="/account/session" className="shrink-0">
                  <input type="hidden" name="id" value={session.id} />
                  <Button aria-label={words.endOf(name)} className="whitespace-nowrap">
                    {words.end}
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
