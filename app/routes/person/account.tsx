import { data, Form, redirect, useActionData } from "react-router";
import { changePassword, chooseLocale, emailOf } from "../../domain/people/account.server.ts";
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
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { NewPassword } from "../../ui/new-password.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Route } from "./+types/account.ts";

const acts = ["language", "session", "password"];

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { personId, sessionId } = signedIn(context);
  // Each form has its own address to be sent to; looked at, they are all the one page.
  if (params.act && !acts.includes(params.act)) notFound();
  const [email, sessions] = await Promise.all([emailOf(personId), sessionsOf(personId, now())]);
  const isChanged = url.searchParams.has("changed");
  return { email, sessions, sessionId, isChanged, least: leastCharacters };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = signedIn(context);
  const form = await formOf(request);
  if (params.act === "language") {
    const locale = textIn(form, "language");
    if (isLocale(locale)) await chooseLocale(actor.personId, locale);
    return redirect("/account");
  }
  if (params.act === "session") {
    await endSession(actor.personId, textIn(form, "id"));
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
      <div className="grid gap-4">
        <Language />
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
        <ChoiceField name="language" label={door.account.language} options={options} required />
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
  const nameOf = (session: Session) => session.device || words.unknownDevice;
  const columns: Column<Session>[] = [
    { key: "device", head: words.device, cell: nameOf },
    { key: "since", head: words.since, cell: ({ createdAt }) => format.instant(createdAt) },
    { key: "last", head: words.lastSeen, cell: ({ lastSeenAt }) => format.instant(lastSeenAt) },
    {
      key: "end",
      head: words.end,
      headHidden: true,
      cell: (session) =>
        session.id === current ? (
          words.thisDevice
        ) : (
          <Form method="post" action="/account/session">
            <input type="hidden" name="id" value={session.id} />
            <Button aria-label={words.endOf(nameOf(session))}>{words.end}</Button>
          </Form>
        ),
    },
  ];
  return (
    <Card title={words.sessions} flush>
      <DataTable caption={words.sessions} columns={columns} rows={sessions} rowKey={(row) => row.id} />
    </Card>
  );
}
