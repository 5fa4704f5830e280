import { data, redirect } from "react-router";
import { signIn } from "../../domain/people/sign-in.server.ts";
import { actorContext } from "../../http/context.ts";
import { now } from "../../http/environment.ts";
import { pathOr, rawIn, textIn } from "../../http/forms.ts";
import { localeOf } from "../../http/guards.ts";
import { hasMailbox } from "../../http/mailbox.ts";
import { homeOf } from "../../http/navigation.ts";
import { passwordAsked } from "../../http/password-form.ts";
import { callerOf, entryCookies } from "../../http/session.server.ts";
import { smallForm } from "../../http/small-form.ts";
import { triedTooOften } from "../../http/too-many.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { TextLink } from "../../ui/button.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Route } from "./+types/sign-in.ts";
import { Renewal } from "./renewal.tsx";

export const handle = { bare: true };

export function loader({ context, url }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  if ("personId" in actor) throw redirect(pathOr(url.searchParams.get("to"), homeOf(actor.kind)));
  return { to: pathOr(url.searchParams.get("to"), "/"), hasMailbox: hasMailbox(), asked: passwordAsked() };
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await smallForm(request);
  const { door: words, entrance } = wordsOf(localeOf(context));
  const [email, password] = [textIn(form, "email"), rawIn(form, "password")];
  const errors = {
    email: email ? undefined : words.errors.required,
    password: password ? undefined : words.errors.required,
  };
  const typed = { email, errors: {}, refusal: undefined, isAged: false };
  if (!email || !password) return data({ ...typed, errors }, 422);
  const result = await signIn({ email, password, ...callerOf(request) }, now());
  if (result.ok) {
    const to = pathOr(url.searchParams.get("to"), homeOf(result.role));
    return redirect(to, { headers: await entryCookies(context, result) });
  }
  if (result.why === "aged") return data({ ...typed, isAged: true }, 422);
  if (result.why === "wrong") return data({ ...typed, refusal: words.signIn.wrong }, 422);
  const refusal = entrance.slowed(result.minutes);
  return triedTooOften(context, result.minutes * 60, { ...typed, refusal });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { door: words, trail } = useWords();
  if (actionData?.isAged)
    return <Renewal email={actionData.email} to={loaderData.to} asked={loaderData.asked} />;
  const foot = (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      <TextLink to="/verify">{trail.verify.link}</TextLink>
      {loaderData.hasMailbox ? <TextLink to="/mailbox">{words.signIn.mailbox}</TextLink> : null}
    </span>
  );
  return (
    <PublicFrame
      title={words.signIn.title}
      lead={loaderData.to === "/" ? words.signIn.lead : words.signIn.leadOn}
      paths={{ home: "/", locale: "/locale" }}
      foot={foot}
    >
      <title>{words.title(words.signIn.title)}</title>
      <ActForm
        values={{ email: actionData?.email }}
        errors={actionData?.errors}
        labels={{ email: words.signIn.email, password: words.signIn.password }}
        refusal={actionData?.refusal}
        submit={words.signIn.submit}
        more={<TextLink to="/forgot">{words.signIn.forgot}</TextLink>}
      >
        <TextField name="email" type="email" label={words.signIn.email} autoComplete="username" required />
        <PasswordField
          name="password"
          label={words.signIn.password}
          autoComplete="current-password"
          required
        />
      </ActForm>
    </PublicFrame>
  );
}
