import { data, redirect } from "react-router";
import { signIn } from "../../domain/people/sign-in.server.ts";
import { actorContext } from "../../http/context.ts";
import { now } from "../../http/environment.ts";
import { formOf, pathOr, rawIn, textIn } from "../../http/forms.ts";
import { localeOf } from "../../http/guards.ts";
import { hasMailbox } from "../../http/mailbox.ts";
import { homeOf } from "../../http/navigation.ts";
import { deviceOf, sessionCookie } from "../../http/session.server.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { TextLink } from "../../ui/button.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Route } from "./+types/sign-in.ts";

export const handle = { bare: true };

export function loader({ context, url }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  if ("personId" in actor) throw redirect(pathOr(url.searchParams.get("to"), homeOf(actor.kind)));
  return { to: pathOr(url.searchParams.get("to"), "/"), hasMailbox: hasMailbox() };
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await formOf(request);
  const words = wordsOf(localeOf(context)).door;
  const [email, password] = [textIn(form, "email"), rawIn(form, "password")];
  const errors = {
    email: email ? undefined : words.errors.required,
    password: password ? undefined : words.errors.required,
  };
  if (!email || !password) return data({ email, errors, refusal: undefined }, 422);
  const result = await signIn({ email, password, device: deviceOf(request) }, now());
  if (!result.ok) return data({ email, errors: {}, refusal: words.signIn[result.why] }, 422);
  const to = pathOr(url.searchParams.get("to"), homeOf(result.role));
  return redirect(to, { headers: { "Set-Cookie": sessionCookie(result.token) } });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { door: words, trail } = useWords();
  const foot = (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      <TextLink to="/verify">{trail.verify.link}</TextLink>
      {loaderData.hasMailbox ? <TextLink to="/mailbox">{words.signIn.mailbox}</TextLink> : null}
    </span>
  );
  return (
    <PublicFrame
      title={words.signIn.title}
      lead={words.signIn.lead}
      paths={{ home: "/", locale: "/locale" }}
      foot={foot}
    >
      <title>{words.title(words.signIn.title)}</title>
      <ActForm
        values={{ email: actionData?.email }}
        errors={actionData?.errors}
        refusal={actionData?.refusal}
        submit={words.signIn.submit}
        more={<TextLink to="/forgot">{words.signIn.forgot}</TextLink>}
      >
        <TextField name="email" type="email" label={words.signIn.email} autoComplete="username" required />
        <TextField
          name="password"
          type="password"
          label={words.signIn.password}
          autoComplete="current-password"
          required
        />
      </ActForm>
    </PublicFrame>
  );
}
