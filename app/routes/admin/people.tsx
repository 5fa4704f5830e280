import { data, redirect, useActionData } from "react-router";
import { PERSON_STATUSES, ROLES } from "../../../db/vocabulary.ts";
import {
  invite,
  inviteAgain,
  type Kept,
  movePerson,
  setDisabled,
} from "../../domain/people/invite.server.ts";
import { departmentsOf, peopleOf, personOf } from "../../domain/people/people.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, isId, textIn } from "../../http/forms.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { personIn, sayFault } from "../../http/person-form.ts";
import { read } from "../../http/reader.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/people.ts";
import { PeopleList } from "./people-list.tsx";
import { PersonForm } from "./person-form.tsx";

// /admin/people, /admin/people/new, /admin/people/<id>/{edit,disable,enable,invitation}
const acts = ["edit", "disable", "enable", "invitation"];

export async function loader({ context, params, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const { id, act } = params;
  if (id && id !== "new" && !(isId(id) && act && acts.includes(act))) notFound();
  if (id === "new" && act) notFound();
  const get = (name: string) => url.searchParams.get(name)?.replaceAll("\0", "").slice(0, 200) ?? "";
  const role = ROLES.find((value) => value === get("role"));
  const status = PERSON_STATUSES.find((value) => value === get("status"));
  const query = { q: get("q"), role, status, department: get("department") };
  const loaded = await read(context, async (tx) => ({
    people: await peopleOf(tx, { ...query, after: get("after") || undefined }),
    departments: await departmentsOf(tx),
    open: id && id !== "new" ? ((await personOf(tx, id)) ?? notFound()) : null,
  }));
  const last = loaded.people.hasMore ? loaded.people.rows.at(-1) : undefined;
  const next = new URLSearchParams(url.searchParams);
  if (last) next.set("after", last.email.toLowerCase());
  return {
    ...loaded,
    query,
    nextTo: last ? `/admin/people?${next}` : null,
    isFirst: !get("after"),
    done: get("done"),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = only(context, "sysadmin");
  const { id, act } = params;
  const words = wordsOf(localeOf(context));
  const form = await formOf(request);
  const answer = (kept: Kept, done: string, values = {}) =>
    kept.ok ? redirect(`/admin/people?done=${done}`) : data({ values, ...sayFault(kept.fault, words) }, 422);
  if (id === "new" || act === "edit") {
    const { values, errors, input } = personIn(form, words);
    if (!input) return data({ values, errors, refusal: undefined }, 422);
    if (id === "new") return answer(await invite(actor, input, now()), "invited", values);
    if (!id || !isId(id)) notFound();
    const version = Math.min(Number.parseInt(textIn(form, "version"), 10) || 0, 2 ** 31 - 2);
    return answer(await movePerson(actor, id, version, input), "saved", values);
  }
  if (!id || !isId(id)) notFound();
  if (act === "invitation") return answer(await inviteAgain(actor, id, now()), "invited");
  if (act === "disable" || act === "enable")
    return answer(await setDisabled(actor, id, act === "disable"), "saved");
  return notFound();
}

export default function People({ loaderData, params }: Route.ComponentProps) {
  const { door } = useWords();
  const words = door.admin;
  const isDone = loaderData.done === "invited" || loaderData.done === "saved";
  return (
    <>
      <title>{door.title(words.people)}</title>
      <PageHead
        title={words.people}
        lead={words.peopleLead}
        actions={
          <ButtonLink to="/admin/people/new" tone="primary">
            {words.invite}
          </ButtonLink>
        }
      />
      {isDone ? (
        <NoticeBanner tone="success">
          {loaderData.done === "invited" ? words.invited : words.saved}
        </NoticeBanner>
      ) : null}
      <OpenAct loaderData={loaderData} id={params.id} act={params.act} />
      <PeopleList {...loaderData} />
    </>
  );
}

export type PeopleData = Route.ComponentProps["loaderData"];

function OpenAct({ loaderData, id, act }: { loaderData: PeopleData; id?: string; act?: string }) {
  const words = useWords().door.admin;
  const isEnglish = useLocale() === "en";
  const refusal = useActionData<typeof action>()?.refusal;
  const { open } = loaderData;
  if (!id) return null;
  if (!open || act === "edit")
    return (
      <div className="mb-4">
        <Card title={open ? words.editTitle(open.name) : words.invite}>
          <PersonForm key={id} person={open} departments={loaderData.departments} />
        </Card>
      </div>
    );
  const asked = { disable: words.disable, enable: words.enable, invitation: words.inviteAgain };
  const name = isEnglish ? (open.nameEn ?? open.name) : open.name;
  const isDisable = act === "disable";
  const question = isDisable ? words.disableAsk : act === "enable" ? words.enableAsk : words.invitationAsk;
  const detail = isDisable
    ? words.disableDetail
    : (act === "enable" ? words.enableDetail : words.invitationDetail)(open.email);
  return (
    <div className="mb-4">
      <Card>
        <Confirm
          question={question(name)}
          detail={detail}
          action={`/admin/people/${id}/${act}`}
          confirmLabel={asked[act as keyof typeof asked]}
          cancelTo="/admin/people"
          danger={isDisable}
          refusal={refusal}
        />
      </Card>
    </div>
  );
}
