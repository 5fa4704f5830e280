import { data, redirect } from "react-router";
import { ROLES } from "../../../db/vocabulary.ts";
import { departmentsOf } from "../../domain/people/people.server.ts";
import { holderOf, holdersOf } from "../../domain/rights/holders.server.ts";
import { historyOf } from "../../domain/rights/requests.server.ts";
import { formOf, isId } from "../../http/forms.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { afterStale } from "../../http/revalidate.ts";
import { askForRights } from "../../http/rights-act.server.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import type { Route } from "./+types/rights.ts";
import { OpenRights } from "./rights-parts.tsx";
import { RightsTable } from "./rights-table.tsx";

const path = "/security/rights";

// /security/rights, /new, /<id> for the history of one, /<id>/{move,enable,factor} to ask
const acts = ["move", "enable", "factor"] as const;
export type RightsAct = (typeof acts)[number];
const actIn = (act: string | undefined): RightsAct | null => acts.find((one) => one === act) ?? null;

export async function loader({ context, params: { id, act }, url }: Route.LoaderArgs) {
  only(context, "secadmin");
  const isNew = id === "new" && !act;
  if (id && !isNew && (!isId(id) || (act && !actIn(act)))) notFound();
  const get = (name: string) => url.searchParams.get(name)?.replaceAll("\0", "").slice(0, 200) ?? "";
  const role = ROLES.find((value) => value === get("role"));
  const query = { q: get("q"), role, department: get("department") };
  const loaded = await read(context, async (tx) => ({
    holders: await holdersOf(tx, { ...query, after: get("after") || undefined }),
    departments: await departmentsOf(tx),
    open: id && !isNew ? ((await holderOf(tx, id)) ?? notFound()) : null,
    history: id && !isNew ? await historyOf(tx, id) : [],
  }));
  const last = loaded.holders.hasMore ? loaded.holders.rows.at(-1) : undefined;
  const next = new URLSearchParams(url.searchParams);
  if (last) next.set("after", last.email.toLowerCase());
  return {
    ...loaded,
    query,
    isNew,
    act: actIn(act),
    nextTo: last ? `${path}?${next}` : null,
    isFirst: !get("after"),
  };
}

export async function action({ context, params: { id, act }, request }: Route.ActionArgs) {
  const actor = only(context, "secadmin");
  const isNew = id === "new" && !act;
  const asked = actIn(act);
  if (!isNew && !(id && isId(id) && asked)) notFound();
  const on = isNew || !id || !asked ? null : { id, act: asked };
  const notAsked = await askForRights(actor, on, await formOf(request), wordsOf(localeOf(context)));
  if (!notAsked) return redirect("/security?done=asked");
  return data(notAsked, notAsked.isStale ? 409 : 422);
}

export const shouldRevalidate = afterStale;

export type RightsData = Route.ComponentProps["loaderData"];

export default function Rights({ loaderData, actionData }: Route.ComponentProps) {
  const { door, security } = useWords();
  const format = useFormat();
  const { open, isNew, holders } = loaderData;
  return (
    <>
      <title>{door.title(security.rightsTitle)}</title>
      <PageHead
        title={security.rightsTitle}
        lead={security.rightsLead}
        actions={
          <>
            <PrintButton label={security.print} />
            <ButtonLink to={`${path}/new`} tone="primary">
              {security.newAccount}
            </ButtonLink>
          </>
        }
      />
      {open || isNew ? <OpenRights loaderData={loaderData} answer={actionData} path={path} /> : null}
      <RightsTable {...loaderData} path={path} />
      <p className="mt-2 hidden text-small text-soft print:block">
        {security.printedLine(format.number(holders.rows.length))}
      </p>
    </>
  );
}
