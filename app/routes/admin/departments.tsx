import { data, redirect, useActionData } from "react-router";
import { dayOf } from "../../domain/clock/day.ts";
import { departmentsIn } from "../../domain/people/department-lines.ts";
import {
  addDepartments,
  allDepartments,
  changeDepartment,
  leadersOf,
  seenOf,
} from "../../domain/people/departments.server.ts";
import { departmentIn } from "../../http/department-form.ts";
import { now } from "../../http/environment.ts";
import { formOf, textIn } from "../../http/forms.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/departments.ts";
import { AddForm, DepartmentForm, DepartmentTable } from "./department-parts.tsx";

// /admin/departments, /admin/departments/new, /admin/departments/<code>
export async function loader({ context, params, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const loaded = await read(context, async (tx) => ({
    departments: (await allDepartments(tx)).map((one) => ({ ...one, seen: seenOf(one) })),
    leaders: await leadersOf(tx),
  }));
  const { code } = params;
  const isNew = code === "new";
  const open = code && !isNew ? (loaded.departments.find((one) => one.code === code) ?? notFound()) : null;
  const added = url.searchParams.get("added") ?? "";
  return {
    ...{ ...loaded, isNew, open, isSaved: url.searchParams.has("done") },
    added: /^\d{1,3}$/.test(added) ? Number(added) : null,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = only(context, "sysadmin");
  const words = wordsOf(localeOf(context));
  const { code } = params;
  if (!code) notFound();
  const form = await formOf(request);
  const today = dayOf(now());
  if (code === "new") {
    const names = textIn(form, "names");
    const kept = await addDepartments(actor, departmentsIn(names), today);
    if ("added" in kept) return redirect(`/admin/departments?added=${kept.added}`);
    return data(
      { values: { names }, errors: { names: words.departments.faults[kept.fault](kept.name) } },
      422,
    );
  }
  const { departments, leaders } = await read(context, async (tx) => ({
    departments: await allDepartments(tx),
    leaders: await leadersOf(tx),
  }));
  const open = departments.find((one) => one.code === code) ?? notFound();
  const { values, errors, input } = departmentIn(form, words, leaders);
  if (!input) return data({ values, errors }, 422);
  const seen = textIn(form, "version");
  const ends = !input.isActive && open.validUntil === null;
  if (ends && textIn(form, "confirmed") !== "yes")
    return data({ values: { ...values, version: seen }, errors: {}, isEnding: true });
  const isChanged = await changeDepartment(actor, { code, seen, today }, input);
  if (isChanged) return redirect("/admin/departments?done=saved");
  return data({ values, errors: {}, refusal: words.departments.stale }, 409);
}

export type DepartmentsData = Route.ComponentProps["loaderData"];

export default function Departments({ loaderData }: Route.ComponentProps) {
  const { door, departments: words } = useWords();
  const format = useFormat();
  const { isNew, open, isSaved, added } = loaderData;
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <ButtonLink to="/admin/departments/new" tone="primary">
            {words.add}
          </ButtonLink>
        }
      />
      {isSaved ? <NoticeBanner tone="success">{words.saved}</NoticeBanner> : null}
      {added === null ? null : (
        <NoticeBanner tone="success">{words.added(format.number(added))}</NoticeBanner>
      )}
      {isNew ? <Added /> : null}
      {open ? <Open key={open.code} open={open} leaders={loaderData.leaders} /> : null}
      <DepartmentTable {...loaderData} />
    </>
  );
}

function Added() {
  const words = useWords().departments;
  return (
    <div className="mb-4">
      <Card title={words.add}>
        <AddForm />
      </Card>
    </div>
  );
}

type OpenProps = { open: NonNullable<DepartmentsData["open"]>; leaders: DepartmentsData["leaders"] };

/** The form of a department, or the question before it is ended. */
function Open({ open, leaders }: OpenProps) {
  const words = useWords().departments;
  const asked = useActionData<typeof action>();
  const place = `/admin/departments/${open.code}`;
  return (
    <div className="mb-4">
      <Card title={words.editTitle(open.name)}>
        {asked && "isEnding" in asked ? (
          <Confirm
            question={words.endAsk(open.name)}
            detail={words.endDetail}
            action={place}
            confirmLabel={words.end}
            cancelTo={place}
            fields={{ ...asked.values, confirmed: "yes" }}
            danger
          />
        ) : (
          <DepartmentForm department={open} leaders={leaders} />
        )}
      </Card>
    </div>
  );
}
