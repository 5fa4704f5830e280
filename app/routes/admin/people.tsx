import { data, redirect } from "react-router";
import { PERSON_STATUSES, ROLES } from "../../../db/vocabulary.ts";
import { departmentsOf, peopleOf, personOf } from "../../domain/people/people.server.ts";
import { subjectsWaiting } from "../../domain/rights/requests.server.ts";
import { requestsPath } from "../../domain/rights/rights.ts";
import { formOf, isId } from "../../http/forms.ts";
import { provedForm } from "../../http/fresh.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { actOnPerson, PERSON_ACTS, type PersonAct } from "../../http/person-act.server.ts";
import { read } from "../../http/reader.ts";
import { afterStale } from "../../http/revalidate.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink, TextLink } from "../../ui/button.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/people.ts";
import { PeopleList } from "./people-list.tsx";
import { OpenAct } from "./person-acts.tsx";

// /admin/people, /admin/people/new, /admin/people/<id>/{edit,disable,enable,factor,invitation}
const isAct = (act: string | undefined): act is PersonAct => PERSON_ACTS.some((one) => one === act);

export async function loader({ context, params, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const { id, act } = params;
  if (id && id !== "new" && !(isId(id) && isAct(act))) notFound();
  if (id === "new" && act) notFound();
  const get = (name: string) => url.searchParams.get(name)?.replaceAll("\0", "").slice(0, 200) ?? "";
  const role = ROLES.find((value) => value === get("role"));
  const status = PERSON_STATUSES.find((value) => value === get("status"));
  const query = { q: get("q"), role, status, department: get("department") };
  const loaded = await read(context, async (tx) => ({
    people: await peopleOf(tx, { ...query, after: get("after") || undefined }),
    departments: await departmentsOf(tx),
    waiting: await subjectsWaiting(tx),
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
  const isNew = id === "new" && !act;
  if (!isNew && !(id && isId(id) && isAct(act))) notFound();
  const on = isNew ? { id: null, act: "edit" as const } : { id: id ?? "", act: act as PersonAct };
  const form =
    act === "disable" ? await provedForm({ context, request }, "disableAccount") : await formOf(request);
  const answer = await actOnPerson(actor, on, form, wordsOf(localeOf(context)));
  if ("done" in answer) return redirect(`/admin/people?done=${answer.done}`);
  return data(answer, answer.isStale ? 409 : 422);
}

export const shouldRevalidate = afterStale;

export default function People({ loaderData, params }: Route.ComponentProps) {
  const { door, security } = useWords();
  const format = useFormat();
  const words = door.admin;
  const told = { invited: words.invited, saved: words.saved, asked: words.asked }[loaderData.done ?? ""];
  const waiting = loaderData.waiting.filter(({ askedByRole }) => askedByRole === "sysadmin").length;
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
      {told ? <NoticeBanner tone="success">{told}</NoticeBanner> : null}
      {waiting > 0 ? (
        <NoticeBanner tone="info">
          {security.waiting(format.number(waiting))}{" "}
          <TextLink to={requestsPath("sysadmin")}>{security.seeWaiting}</TextLink>
        </NoticeBanner>
      ) : null}
      <OpenAct
        open={loaderData.open}
        departments={loaderData.departments}
        isOpen={params.id !== undefined}
        act={params.act}
      />
      <PeopleList {...loaderData} />
    </>
  );
}

export type PeopleData = Route.ComponentProps["loaderData"];
