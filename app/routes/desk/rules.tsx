import { randomUUID } from "node:crypto";
import { data, redirect } from "react-router";
import { listDepartments } from "../../domain/ledger/dossier.server.ts";
import { parseRule } from "../../domain/ledger/rule-form.ts";
import { listRules, recordRule } from "../../domain/ledger/rules.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, textIn } from "../../http/forms.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { ButtonLink, TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/rules.ts";
import { RuleForm } from "./rule-form.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  only(context, "intake", "supervisor");
  const params = new URL(request.url).searchParams;
  const asked = params.get("year") ?? "";
  const year = /^20\d\d$/.test(asked) ? Number(asked) : undefined;
  return read(context, async (tx) => ({
    year,
    isOpen: params.has("new"),
    rules: await listRules(tx, year),
    departments: await listDepartments(tx),
    commandId: randomUUID(),
  }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function action({ context, request }: Route.ActionArgs) {
  const actor = only(context, "intake", "supervisor");
  const form = await formOf(request);
  const names = ["title", "summary", "department", "madeOn", "numbers"];
  const values = Object.fromEntries(names.map((name) => [name, textIn(form, name)]));
  const parsed = parseRule(form);
  if (!parsed.ok) return data({ values, errors: parsed.errors }, { status: 422 });
  const commandId = textIn(form, "commandId");
  const done = await recordRule(actor, parsed.rule, now(), UUID.test(commandId) ? commandId : undefined);
  if (done.ok) return redirect("/desk/rules");
  return data({ values, refusal: done.refusal, numbers: done.numbers ?? [] }, { status: 409 });
}

export type RuleAnswered = Route.ComponentProps["actionData"];

export default function Rules({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, office, ui } = useWords();
  const format = useFormat();
  const locale = useLocale();
  const { rules, year, isOpen } = loaderData;
  return (
    <>
      <title>{`${desk.rulesTitle} · ${ui.product}`}</title>
      <PageHead
        title={year ? desk.rulesOf(year) : desk.rulesTitle}
        lead={desk.rulesLead(format.number(rules.length))}
        actions={
          <>
            {year ? <ButtonLink to="/desk/rules">{desk.allYears}</ButtonLink> : null}
            <ButtonLink to="/desk/rules?new" tone="primary">
              {desk.recordRule}
            </ButtonLink>
          </>
        }
      />
      {isOpen || actionData ? (
        <div className="mb-4">
          <Card title={desk.recordRule}>
            <RuleForm
              departments={loaderData.departments}
              commandId={loaderData.commandId}
              answered={actionData}
            />
          </Card>
        </div>
      ) : null}
      <DataTable
        caption={desk.rulesTitle}
        rows={rules}
        rowKey={(one) => one.id}
        empty={<Empty title={desk.rulesEmpty} action={{ to: "/desk/rules?new", label: desk.recordRule }} />}
        columns={[
          { key: "madeOn", head: desk.madeOn, width: "narrow", cell: (one) => format.day(one.madeOn) },
          {
            key: "title",
            head: desk.ruleTitle,
            rowHeader: true,
            width: "wide",
            cell: (one) => (
              <>
                <strong>{one.title}</strong>
                <span className="block text-small text-soft">{one.summary}</span>
              </>
            ),
          },
          {
            key: "department",
            head: office.roles.department,
            cell: (one) => (locale === "en" ? one.departmentEn : one.department),
          },
          {
            key: "numbers",
            head: desk.linked,
            cell: (one) =>
              one.numbers.map((number) => (
                <span key={number} className="block">
                  <TextLink to={`/desk/complaints/${number}`}>{number}</TextLink>
                </span>
              )),
          },
        ]}
      />
    </>
  );
}
