import { data, redirect } from "react-router";
import { commandFields } from "../../domain/complaint/commands.ts";
import { parseFields } from "../../domain/complaint/field.ts";
import { type RatingGiven, rateByMail, ratingLinkOf } from "../../domain/complaint/rate-by-mail.server.ts";
import { environment, now } from "../../http/environment.ts";
import { formOf, textIn } from "../../http/forms.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ActFields, sayErrors } from "../../ui/act-fields.tsx";
import { ActForm } from "../../ui/act-form.tsx";
import { ButtonLink, TextLink } from "../../ui/button.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import type { Route } from "./+types/rate.ts";

export const handle = { bare: true };

const givenIn = (token: string): RatingGiven => ({ applicationSecret: environment().secret, token });

// Whoever holds the link sees the number and the form: no title, no words of anybody, no way further in.
export async function loader({ params, url }: Route.LoaderArgs) {
  const link = await ratingLinkOf(givenIn(params.token), now());
  if (link.state === "open") return { state: link.state, number: link.number, dueOn: link.dueOn };
  const isDone = link.state === "used" && url.searchParams.has("done");
  return data({ state: isDone ? ("done" as const) : link.state }, isDone ? 200 : 410);
}

export async function action({ request, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const parsed = parseFields(commandFields.evaluate, form);
  const values = Object.fromEntries(
    Object.keys(commandFields.evaluate).map((name) => [name, textIn(form, name)]),
  );
  if (!parsed.ok) return data({ values, errors: parsed.errors }, 422);
  await rateByMail(givenIn(params.token), { type: "evaluate", ...parsed.values }, now());
  // Whatever became of it, the page says how the link stands now.
  return redirect(`/rate/${params.token}?done`);
}

export default function Rate({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const format = useFormat();
  const paths = { home: "/", locale: "/locale" };
  if (loaderData.state !== "open") return <Closed state={loaderData.state} />;
  const title = words.rating.title(loaderData.number);
  return (
    <PublicFrame
      title={title}
      lead={loaderData.dueOn ? words.rating.lead(format.day(loaderData.dueOn)) : null}
      paths={paths}
      foot={<TextLink to={`/liaison/complaints/${loaderData.number}`}>{words.rating.read}</TextLink>}
    >
      <title>{words.door.title(title)}</title>
      <ActForm
        values={actionData?.values}
        errors={actionData ? sayErrors(words, actionData.errors) : undefined}
        labels={words.office.inputs}
        submit={words.rating.submit}
      >
        <ActFields type="evaluate" hints={{ reason: words.rating.hint }} />
      </ActForm>
    </PublicFrame>
  );
}

function Closed({ state }: { state: "done" | "used" | "over" | "unknown" }) {
  const { rating, door } = useWords();
  const { title, lead } = rating[state];
  return (
    <PublicFrame title={title} lead={lead} paths={{ home: "/", locale: "/locale" }}>
      <title>{door.title(title)}</title>
      <ButtonLink to="/sign-in" tone="primary">
        {rating.signIn}
      </ButtonLink>
    </PublicFrame>
  );
}
