import { data } from "react-router";
import { isEmail } from "../../domain/people/email.ts";
import { leaveReset } from "../../domain/people/reset.server.ts";
import { now } from "../../http/environment.ts";
import { textIn } from "../../http/forms.ts";
import { localeOf } from "../../http/guards.ts";
import { callerOf } from "../../http/session.server.ts";
import { smallForm } from "../../http/small-form.ts";
import { triedTooOften } from "../../http/too-many.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { TextLink } from "../../ui/button.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Route } from "./+types/forgot.ts";

export const handle = { bare: true };

export async function action({ request, context }: Route.ActionArgs) {
  const email = textIn(await smallForm(request), "email");
  const { door: words, entrance } = wordsOf(localeOf(context));
  if (!isEmail(email))
    return data({ isSent: false, email, errors: { email: words.errors.email }, refusal: undefined }, 422);
  const { address } = callerOf(request);
  const slowed = await leaveReset(email, address, now());
  if (!slowed) return data({ isSent: true, email, errors: {}, refusal: undefined });
  const refusal = entrance.resetSlowed(slowed.minutes);
  return triedTooOften(context, slowed.minutes * 60, { isSent: false, email, errors: {}, refusal });
}

export default function Forgot({ actionData }: Route.ComponentProps) {
  const words = useWords().door;
  return (
    <PublicFrame
      title={words.forgot.title}
      lead={words.forgot.lead}
      paths={{ home: "/", locale: "/locale" }}
      foot={
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          <TextLink to="/sign-in">{words.forgot.back}</TextLink>
          {actionData?.isSent ? <TextLink to="/forgot">{words.forgot.another}</TextLink> : null}
        </span>
      }
    >
      <title>{words.title(words.forgot.title)}</title>
      {actionData?.isSent ? (
        <NoticeBanner tone="success" title={words.forgot.sentTitle}>
          {words.forgot.sent(actionData.email)}
        </NoticeBanner>
      ) : (
        <ActForm
          values={{ email: actionData?.email }}
          errors={actionData?.errors}
          refusal={actionData?.refusal}
          submit={words.forgot.submit}
        >
          <TextField name="email" type="email" label={words.signIn.email} autoComplete="username" required />
        </ActForm>
      )}
    </PublicFrame>
  );
}
