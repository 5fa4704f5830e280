import { redirect } from "react-router";
import { repeatMail } from "../../domain/notice/repeat-mail.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, isId, textIn } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import type { Route } from "./+types/mail-repeat.ts";

export const loader = () => notFound();

/** Sends one mail again and goes back to the list that it was in. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = only(context, "sysadmin");
  const form = await formOf(request);
  const commandId = textIn(form, "commandId");
  if (!isId(params.id) || !isId(commandId)) notFound();
  const isDone = await repeatMail(actor, params.id, commandId, now());
  const list = new URLSearchParams({ repeated: isDone ? "yes" : "no" });
  for (const name of ["q", "status"]) {
    const value = textIn(form, name);
    if (value) list.set(name, value);
  }
  return redirect(`/admin/mails?${list}`);
}
