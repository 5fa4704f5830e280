import { randomUUID } from "node:crypto";
import { data, redirect } from "react-router";
import { isNumber } from "../../domain/complaint/complaint.ts";
import { type FieldError, isDay } from "../../domain/complaint/field.ts";
import { listDepartments } from "../../domain/ledger/dossier.server.ts";
import { recordRule, reviseRule } from "../../domain/ledger/record-rule.server.ts";
import { parseRule } from "../../domain/ledger/rule-form.ts";
import {
  countRules,
  earlierRules,
  listRules,
  loadRule,
  RULES_PAGE,
  type RuleMark,
  ruleYears,
} from "../../domain/ledger/rules.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, isId, textIn } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { Route } from "./+types/rules.ts";
import { RuleForm } from "./rule-form.tsx";
import { RuleTable } from "./rule-table.tsx";
import { EarlierRules, SavedRule } from "./rule-trace.tsx";

/** The rule that the address asks to change, or null. */
const editedIn = (request: Request) => {
  const id = new URL(request.url).searchParams.get("edit");
  return id === null ? null : isId(id) ? id : notFound();
};

/** The rule that was just written down, or null. */
const savedIn = (params: URLSearchParams) => params.getAll("saved").find(isId) ?? null;

/** Where the page before ended; a mark that nobody made means the beginning. */
function markIn(params: URLSearchParams): RuleMark | null {
  const [madeOn = "", id = ""] = (params.get("after") ?? "").split("_");
  return isDay(madeOn) && isId(id) ? { madeOn, id } : null;
}

export { afterStale as shouldRevalidate } from "../../http/revalidate.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  only(context, "intake", "supervisor");
  const params = new URL(request.url).searchParams;
  const asked = params.get("year") ?? "";
  const year = /^20\d\d$/.test(asked) ? Number(asked) : undefined;
  const editedId = editedIn(request);
  const savedId = savedIn(params);
  const after = markIn(params);
  return read(context, async (tx) => {
    const found = await listRules(tx, year, after);
    const rules = found.slice(0, RULES_PAGE);
    const last = rules.at(-1);
    return {
      year,
      years: await ruleYears(tx),
      isOpen: params.has("new") || editedId !== null,
      edited: editedId ? ((await loadRule(tx, editedId)) ?? notFound()) : null,
      earlier: editedId ? await earlierRules(tx, editedId) : [],
      saved: savedId ? await loadRule(tx, savedId) : null,
      // The complaint from whose page a rule is written down.
      number: params.getAll("number").find(isNumber),
      count: await countRules(tx, year),
      isFirst: after === null,
      next: found.length > RULES_PAGE && last ? `${last.madeOn}_${last.id}` : null,
      rules,
      departments: await listDepartments(tx),
      commandId: randomUUID(),
    };
  });
}

export type RulesLoaded = Awaited<ReturnType<typeof loader>>;

const none = {
  errors: {} as Record<string, FieldError>,
  refusal: null,
  numbers: [] as string[],
  stored: null,
};

export async function action({ context, request }: Route.ActionArgs) {
  const actor = only(context, "intake", "supervisor");
  const editedId = editedIn(request);
  const form = await formOf(request);
  const names = ["title", "summary", "department", "madeOn", "numbers"];
  const values = Object.fromEntries(names.map((name) => [name, textIn(form, name)]));
  const parsed = parseRule(form);
  if (!parsed.ok) return data({ ...none, values, errors: parsed.errors }, { status: 422 });
  const version = /^\d{1,9}$/.test(textIn(form, "version")) ? Number(textIn(form, "version")) : undefined;
  const commandId = textIn(form, "commandId");
  const done = editedId
    ? await reviseRule(actor, editedId, parsed.rule, version, now())
    : await recordRule(actor, parsed.rule, now(), isId(commandId) ? commandId : undefined);
  if (done.ok) return redirect(`/desk/rules?saved=${done.ruleId}`);
  if (done.refusal === "notFound") notFound();
  if (done.refusal === "stale") return data({ ...none, values, stored: done.stored }, { status: 409 });
  return data({ ...none, values, refusal: done.refusal, numbers: done.numbers ?? [] }, { status: 409 });
}

export type RuleAnswered = Route.ComponentProps["actionData"];

export default function Rules({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, ui } = useWords();
  const format = useFormat();
  const { rules, year, years, edited, isOpen, saved, next, isFirst } = loaderData;
  const path = year ? `/desk/rules?year=${year}` : "/desk/rules";
  const tab = (label: string, query: string, current: boolean) => ({
    to: `/desk/rules${query}`,
    label,
    current,
  });
  return (
    <>
      <title>{`${desk.rulesTitle} · ${ui.product}`}</title>
      <PageHead
        title={year ? desk.rulesOf(year) : desk.rulesTitle}
        lead={desk.rulesLead(format.number(loaderData.count))}
        actions={
          <ButtonLink to="/desk/rules?new" tone="primary">
            {desk.recordRule}
          </ButtonLink>
        }
      />
      {saved ? <SavedRule saved={saved} /> : null}
      {isOpen || actionData ? (
        <div className="mb-4">
          <Card title={edited ? desk.editRuleOf(edited.title) : desk.recordRule}>
            <RuleForm key={edited?.id} loaded={loaderData} answered={actionData} />
            <EarlierRules earlier={loaderData.earlier} />
          </Card>
        </div>
      ) : null}
      <Tabs
        label={desk.year}
        items={[
          tab(desk.allYears, "", year === undefined),
          ...years.map((one) => tab(desk.yearOf(String(one)), `?year=${one}`, one === year)),
        ]}
      />
      <RuleTable rules={rules} />
      <Pager
        firstTo={isFirst ? null : path}
        nextTo={next ? `${path}${year ? "&" : "?"}after=${next}` : null}
      />
    </>
  );
}
