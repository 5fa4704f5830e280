import type { RouterContextProvider } from "react-router";
import { worker } from "../domain/access/actor.ts";
import { withActor } from "../domain/access/with-actor.server.ts";
import { loadCalendar } from "../domain/clock/calendar.server.ts";
import { mailOf } from "../domain/notice/ledger.server.ts";
import { mailContentOf } from "../domain/notice/mail-content.ts";
import { mailUrl } from "../domain/notice/mail-url.ts";
import { mailboxOf, mailPeople } from "../domain/notice/mailbox.server.ts";
import { renderMailContext } from "./context.ts";
import { environment } from "./environment.ts";
import { isId } from "./forms.ts";
import { notFound } from "./guards.ts";
import type { Mark } from "./keyset.ts";

type Context = Readonly<RouterContextProvider>;

/** True where nothing sends mail for real: in the demo, without Resend and without SMTP. */
export function hasMailbox(): boolean {
  const { isDemo, resendApiKey, smtpUrl } = environment();
  return isDemo && !resendApiKey && !smtpUrl;
}

// Read as the worker, who would have sent it: the mailbox is the demo's, and nobody is signed in to it.
/** One page of the mails that the demo has sent, to one address or to all, with subjects and the people. */
export async function mailbox(context: Context, email: string | null, after: Mark | null) {
  if (!hasMailbox()) notFound();
  const { rows, hasMore, people } = await withActor(worker, "read", async (tx) => ({
    ...(await mailboxOf(tx, email, after)),
    people: await mailPeople(tx),
  }));
  const render = context.get(renderMailContext);
  const subjectOf = async (row: (typeof rows)[number]) =>
    (await render(mailContentOf(row, environment().url, null))).subject;
  const mails = await Promise.all(rows.map(async (row) => ({ ...row, subject: await subjectOf(row) })));
  return { mails, hasMore, people };
}

/** One mail of the demo as it would have gone out. */
export async function openMail(context: Context, id: string) {
  if (!hasMailbox() || !isId(id)) notFound();
  const [kept, calendar] = await withActor(worker, "read", async (tx) => [
    await mailOf(tx, id),
    await loadCalendar(tx),
  ]);
  const found = kept ?? notFound();
  const url = mailUrl(environment(), found.mail);
  const content = mailContentOf(found.mail, url, found.expiresAt, [...calendar.years]);
  const rendered = await context.get(renderMailContext)(content);
  const { email, name } = found;
  return { ...rendered, id, url, email, name, createdAt: found.mail.createdAt };
}
