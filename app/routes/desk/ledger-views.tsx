import { data, Form, redirect } from "react-router";
import { listDepartments } from "../../domain/ledger/dossier.server.ts";
import { filterQuery, readFilter } from "../../domain/ledger/filter.ts";
import { dropView, listViews, saveView } from "../../domain/ledger/view.server.ts";
import { MOST_VIEWS, parseView, viewFields } from "../../domain/ledger/view.ts";
import { now } from "../../http/environment.ts";
import { formOf, isId, textIn } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { sayErrors } from "../../ui/act-fields.tsx";
import { ActForm } from "../../ui/act-form.tsx";
import { Button, ButtonLink, TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Route } from "./+types/ledger-views.ts";
import { useConditions } from "./ledger-words.ts";

const filterOf = (request: Request) => readFilter(new URL(request.url).searchParams);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  if (params.id !== undefined) notFound();
  const filter = filterOf(request);
  return read(context, async (tx) => ({
    filter,
    departments: await listDepartments(tx),
    views: await listViews(tx, actor.personId),
  }));
}

/** Keeps the filters of the address under a name; with an id, lets that view go. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "intake", "supervisor");
  const query = filterQuery(filterOf(request));
  if (params.id !== undefined) {
    await dropView(actor, isId(params.id) ? params.id : notFound());
    return redirect(`/desk/ledger/views${query}`);
  }
  const form = await formOf(request);
  const values = { name: textIn(form, "name") };
  const parsed = parseView(form);
  if (!parsed.ok) return data({ values, errors: parsed.errors, refusal: null }, { status: 422 });
  const refusal = await saveView(actor, { name: parsed.name, query }, now());
  if (refusal) return data({ values, errors: {}, refusal }, { status: 409 });
  return redirect(`/desk/ledger${query}`);
}

export default function Views({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { ledger, ui } = words;
  const conditions = useConditions();
  const { filter, departments, views } = loaderData;
  const query = filterQuery(filter);
  return (
    <>
      <title>{`${ledger.viewsTitle} · ${ui.product}`}</title>
      <PageHead
        title={ledger.viewsTitle}
        lead={ledger.viewsLead}
        actions={<ButtonLink to={`/desk/ledger${query}`}>{ledger.toLedger}</ButtonLink>}
      />
      <div className="max-w-[46rem] space-y-4">
        {query === "" && !actionData ? null : (
          <Card title={ledger.newView}>
            <p className="mb-3">
              <span className="text-soft">{ledger.viewHolds}</span>{" "}
              {conditions(filter, departments).join(" · ")}
            </p>
            <ActForm
              action={`/desk/ledger/views${query}`}
              values={actionData?.values}
              labels={{ name: ledger.viewName }}
              errors={sayErrors(words, actionData?.errors)}
              refusal={actionData?.refusal ? ledger.viewRefusals[actionData.refusal](MOST_VIEWS) : undefined}
              submit={ledger.saveView}
              cancel={{ to: `/desk/ledger${query}`, label: ui.cancel }}
            >
              <TextField
                name="name"
                label={ledger.viewName}
                hint={ledger.viewNameHint}
                maxLength={viewFields.name.max}
                required
              />
            </ActForm>
          </Card>
        )}
        <Card title={ledger.viewsTitle}>
          {views.length === 0 ? <Empty title={ledger.noViews}>{ledger.noViewsNote}</Empty> : null}
          <ul className="divide-y divide-hair">
            {views.map((view) => (
              <li key={view.id} className="flex items-center justify-between gap-4 py-2">
                <span className="min-w-0">
                  <TextLink to={`/desk/ledger${view.query}`}>{view.name}</TextLink>
                  <span className="block text-small text-soft">
                    {conditions(readFilter(new URLSearchParams(view.query)), departments).join(" · ")}
                  </span>
                </span>
                <Form method="post" action={`/desk/ledger/views/${view.id}${query}`}>
                  <Button tone="danger" aria-label={ledger.dropViewOf(view.name)}>
                    {ledger.dropView}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
